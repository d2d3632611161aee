package io.consentry.consent.replayevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event as a line for spreadsheets (RFC 4180).
 *
 * <p>A cell that a spreadsheet would take for a formula gets an apostrophe in front: who names a token's subject must
 * not run anything on an auditor's machine.
 */
final class CsvLine {

    private static final List<String> COLUMNS = List.of(
            "/position",
            "/recordedAt",
            "/type",
            "/practice",
            "/service",
            "/decision",
            "/effectiveFrom",
            "/reason",
            "/actor/id",
            "/actor/role",
            "/actor/ods",
            "/disclosed/name",
            "/disclosed/note",
            "/about",
            "/requestId",
            "/id",
            "/version",
            "/leafHash");

    static final String HEADER = "position,recordedAt,type,practice,service,decision,effectiveFrom,reason,actor,role,"
            + "organisation,name,note,about,requestId,id,version,leafHash\r\n";

    private CsvLine() {}

    static String of(JsonNode event) {
        StringBuilder line = new StringBuilder();
        for (String column : COLUMNS) {
            if (line.length() > 0) {
                line.append(',');
            }
            JsonNode value = event.at(column);
            line.append(cell(value.isContainerNode() ? value.toString() : value.asText()));
        }
        return line.append("\r\n").toString();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
