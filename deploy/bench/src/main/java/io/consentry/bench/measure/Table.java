package io.consentry.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome as people read it, and as programs do. */
public final class Table {

    private static final String LINE = "%-58s %-34s %-34s %8s %6s %6s  %s";

    private Table() {}

    /** One line a row, a heading above. */
    public static List<String> lines(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                LINE,
                "work",
                "measured: median (range)",
                "limit: median (range)",
                "value",
                "must",
                "aim",
                ""));
        for (Outcome outcome : outcomes) {
            Goal goal = outcome.row().goal();
            lines.add(String.format(
                    Locale.ROOT,
                    LINE,
                    outcome.row().work(),
                    words(outcome.measured()),
                    words(outcome.limit()),
                    number(outcome.value()),
                    goal.isNone() ? "-" : number(goal.must()),
                    goal.isNone() ? "-" : number(goal.aim()),
                    verdict(outcome)));
        }
        return lines;
    }

    private static String verdict(Outcome outcome) {
        if (outcome.failure() != null) {
            return "FAILED: " + outcome.failure();
        }
        if (outcome.row().goal().isNone()) {
            return "";
        }
        String held = !outcome.mustHolds() ? "MISSED" : outcome.aimHolds() ? "reaches its aim" : "holds";
        return outcome.isNoisy() ? held + ", noisy" : held;
    }

    private static String words(@Nullable Amounts amounts) {
        return amounts == null
                ? "-"
                : number(amounts.median()) + " (" + number(amounts.least()) + " - " + number(amounts.most()) + ") "
                        + amounts.unit();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** For JSON. */
    public static List<Map<String, Object>> asData(List<Outcome> outcomes) {
        return outcomes.stream().map(Table::asData).toList();
    }

    private static Map<String, Object> asData(Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("work", outcome.row().work());
        if (outcome.failure() != null) {
            row.put("failure", outcome.failure());
        } else {
            row.put("value", outcome.value());
        }
        if (!outcome.row().goal().isNone()) {
            row.put("ratio", outcome.row().goal().ratio());
            row.put("must", outcome.row().goal().must());
            row.put("aim", outcome.row().goal().aim());
        }
        row.put("mustHolds", outcome.mustHolds());
        row.put("aimHolds", outcome.aimHolds());
        row.put("noisy", outcome.isNoisy());
        if (outcome.measured() != null) {
            row.put("measured", outcome.measured());
        }
        if (outcome.limit() != null) {
            row.put("limit", outcome.limit());
        }
        return row;
    }
}
