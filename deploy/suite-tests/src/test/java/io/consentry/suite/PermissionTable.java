package io.consentry.suite;

import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The published table of who may make which call, {@code docs/permissions.md}, cell by cell; without the pages. */
final class PermissionTable {

    private static final int FIRST_ROLE = 2;

    private PermissionTable() {}

    static List<Cell> read() throws IOException {
        Path file = Project.fromSystemProperty().root().resolve("docs/permissions.md");
        List<List<String>> rows = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("| ") && !line.contains("*session*"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
        List<String> head = rows.get(0);
        List<Cell> cells = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String[] call = row.get(0).replace("`", "").split(" ");
            for (int column = FIRST_ROLE; column < head.size() - 1; column++) {
                cells.add(new Cell(call[0], call[1], row.get(1), head.get(column), row.get(column)));
            }
        }
        return cells;
    }

    /**
     * What one role may do with one call.
     *
     * @param content as the table has it: yes, own, attempt, open, or nothing
     */
    record Cell(String method, String template, String answeredBy, String role, String content) {

        String operation() {
            return method + " " + template;
        }

        Optional<ServiceName> service() {
            return ServiceName.ofModule(answeredBy).filter(service -> service != ServiceName.GATEWAY);
        }

        boolean isOpen() {
            return content.equals("*open*");
        }
    }
}
