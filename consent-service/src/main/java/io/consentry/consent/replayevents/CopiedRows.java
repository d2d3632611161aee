package io.consentry.consent.replayevents;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of the log as PostgreSQL's binary COPY gives them: a row is one array, and a column a part of it. Nothing is made
 * of a row but what is asked for.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, Binary Format</a>
 */
final class CopiedRows implements AutoCloseable {

    static final int POSITION = 0;
    static final int LEAF = 1;
    static final int LEAF_HASH = 2;
    static final int NAME = 3;
    static final int NOTE = 4;
    static final int SALT = 5;

    private static final int COLUMNS = 6;
    /** Signature, flags, and the length of an extension that there is not; in front of the first row. */
    private static final int HEADER = 19;

    private final CopyOut copy;
    private final int[] starts = new int[COLUMNS];
    private final int[] lengths = new int[COLUMNS];
    private byte[] row = {};
    private int next = HEADER;

    /** Begins to read what a query of these columns gives. */
    CopiedRows(Connection connection, String query) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
    }

    /** Goes to the next row, if there is one. */
    boolean next() throws SQLException {
        byte[] read = copy.readFromCopy();
        if (read == null) {
            return false;
        }
        row = read;
        int at = next;
        next = 0;
        int columns = at + 2 > row.length ? -1 : (short) (row[at] << 8 | row[at + 1] & 0xff);
        if (columns < 0) {
            return next();
        }
        at += 2;
        for (int column = 0; column < COLUMNS; column++) {
            lengths[column] = int32(at);
            starts[column] = at + 4;
            at = starts[column] + Math.max(0, lengths[column]);
        }
        return true;
    }

    /** Bytes of the whole row. */
    int size() {
        return row.length;
    }

    byte[] bytes() {
        return row;
    }

    int start(int column) {
        return starts[column];
    }

    int length(int column) {
        return lengths[column];
    }

    boolean isNull(int column) {
        return lengths[column] < 0;
    }

    long number(int column) {
        int at = starts[column];
        return (long) int32(at) << 32 | int32(at + 4) & 0xffffffffL;
    }

    String text(int column) {
        return new String(row, starts[column], lengths[column], StandardCharsets.UTF_8);
    }

    /** Whether the text stands in JSON as it is. */
    boolean isPlain(int column) {
        int end = starts[column] + lengths[column];
        for (int at = starts[column]; at < end; at++) {
            byte c = row[at];
            if (c >= 0 && c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Leaves the connection ready for something else, also where not every row was read. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private int int32(int at) {
        return row[at] << 24 | (row[at + 1] & 0xff) << 16 | (row[at + 2] & 0xff) << 8 | row[at + 3] & 0xff;
    }
}
