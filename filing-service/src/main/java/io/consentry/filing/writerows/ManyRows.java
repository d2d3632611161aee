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
            return column(name, type, value, type.endsWith("[]") ? name + "::" + type : name);
        }

        /**
         * A column that is not kept as it is sent.
         *
         * @param kept an expression over the columns of {@code sent}
         */
        public Columns<R> column(String name, String type, Function<R, @Nullable Object> value, String kept) {
            columns.add(new Column<>(name, type, value, kept));
            return this;
        }

        /** All of them; a row that is there already is an error. */
        public ManyRows<R> allNew() {
            return insertingAnd("");
        }

        /** All of them, and what happens to a row that is there already. */
        public ManyRows<R> onConflict(String what) {
            return insertingAnd(" on conflict " + what);
        }

        private ManyRows<R> insertingAnd(String then) {
            String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            String kept = columns.stream().map(Column::kept).collect(Collectors.joining(", "));
            String arrays = columns.stream()
                    .map(column -> "(select ?::" + column.sent() + "[])")
                    .collect(Collectors.joining(", "));
            return new ManyRows<>(
                    "insert into " + table + " (" + names + ") select " + kept + " from unnest(" + arrays
                            + ") as sent (" + names + ")" + then,
                    List.copyOf(columns));
        }
    }

    /** How a list of numbers is written into a column that is an array. */
    public static @Nullable String numbers(@Nullable List<? extends Number> numbers) {
        return numbers == null
                ? null
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private record Column<R>(String name, String type, Function<R, @Nullable Object> value, String kept) {

        /** The driver takes bytes only where they are declared to be bytes. */
        Object[] values(Collection<? extends R> rows) {
            Stream<@Nullable Object> values = rows.stream().map(value);
            return type.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray();
        }

        /** Arrays of arrays must be of one length, so each travels as text. */
        String sent() {
            return type.endsWith("[]") ? "text" : type;
        }
    }
}
