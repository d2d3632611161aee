package io.consentry.bench.seedconsent;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY. */
final class CopyText {

    private final StringBuilder rows = new StringBuilder();

    void row(@Nullable String... columns) {
        for (int column = 0; column < columns.length; column++) {
            rows.append(column == 0 ? "" : "\t");
            String value = columns[column];
            rows.append(
                    value == null
                            ? "\\N"
                            : value.replace("\\", "\\\\")
                                    .replace("\t", "\\t")
                                    .replace("\n", "\\n")
                                    .replace("\r", "\\r"));
        }
        rows.append('\n');
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
