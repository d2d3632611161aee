package io.consentry.filing.writerows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table are inserted: with one statement, prepared once, whatever their number. Each column travels as one
 * array.
 *
 * @param <R> what a row is made from
 */
public final class ManyRows<R> {

    private final String insert;
    private final List<Column<R>> columns;

    private ManyRows(String insert, List<Column<R>> columns) {
        this.insert = insert;
        this.columns = columns;
    }

    /** Rows of this table. */
    public static <R> Columns<R> of(String table) {
        return new Columns<>(table);
    }

    /** Inserts all of them. */
    public void insert(Connection transaction, Collection<? extends R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = transaction.prepareStatement(insert)) {
            for (int place = 0; place < columns.size(); place++) {
                Column<R> column = columns.get(place);
                statement.setArray(place + 1, transaction.createArrayOf(column.sent(), column.values(rows)));
            }
            statement.executeUpdate();
        }
    }

    /** Collects the columns. */
    public static final class Columns<R> {

        private final String table;
        private final List<Column<R>> columns = new ArrayList<>();

        private Columns(String table) {
            this.table = table;
        }

        /**
         * A column.
         *
         * @param type of the column; of an array, values are written as {@link #numbers} does
         */
        public Columns<R> column(String name, String type, Function<R, @Nullable Object> value) {
            columns.add(new Column<>(name, type, value));
            return this;
        }

        /** All of them, and what happens to a row that is there already. */
        public ManyRows<R> onConflict(String what) {
            String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            String read = columns.stream().map(Column::read).collect(Collectors.joining(", "));
            String arrays =
                    columns.stream().map(column -> "?::" + column.sent() + "[]").collect(Collectors.joining(", "));
            return new ManyRows<>(
                    "insert into " + table + " (" + names + ") select " + read + " from unnest(" + arrays
                            + ") as sent (" + names + ") on conflict " + what,
                    List.copyOf(columns));
        }
    }

    /** How a list of numbers is written into a column that is an array. */
    public static @Nullable String numbers(@Nullable List<? extends Number> numbers) {
        return numbers == null
                ? null
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

        private boolean isArray() {
            return type.endsWith("[]");
        }

        /** The driver takes bytes only where they are declared to be bytes. */
        Object[] values(Collection<? extends R> rows) {
            Stream<@Nullable Object> values = rows.stream().map(value);
            return type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
        }

        /** Arrays of arrays must be of one length, so each travels as text. */
        String sent() {
            return isArray() ? "text" : type;
        }

        String read() {
            return isArray() ? name + "::" + type : name;
        }
    }
}
