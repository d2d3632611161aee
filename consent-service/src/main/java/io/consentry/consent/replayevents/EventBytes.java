package io.consentry.consent.replayevents;

import io.consentry.consent.keepevents.Disclosure;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An event as it is told: the stored leaf with two members appended, which a verifier takes off again before it hashes.
 *
 * <p>Bytes are taken from the database as they are: a log of a million events passes through here without ever being
 * text.
 */
final class EventBytes {

    static final int POSITION = 1;
    private static final int LEAF = 2;
    private static final int LEAF_HASH = 3;
    private static final int NAME = 4;
    private static final int NOTE = 5;
    private static final int SALT = 6;

    private static final byte[] DISCLOSED_NAME = ascii(",\"disclosed\":{\"name\":\"");
    private static final byte[] AND_NOTE = ascii("\",\"note\":\"");
    private static final byte[] AND_SALT = ascii("\",\"salt\":\"");
    private static final byte[] END_OF_DISCLOSED = ascii("\"}");
    private static final byte[] DISCLOSED = ascii(",\"disclosed\":");
    private static final byte[] AND_HASH = ascii(",\"leafHash\":\"");
    private static final byte[] END = ascii("\"}");

    private final byte[] bytes;
    private int length;

    private EventBytes(int most) {
        this.bytes = new byte[most];
    }

    static byte[] of(ResultSet row, boolean disclosed) throws SQLException {
        byte[] leaf = row.getBytes(LEAF);
        byte[] hash = row.getBytes(LEAF_HASH);
        byte[] disclosure = disclosed ? disclosure(row) : new byte[0];
        EventBytes event =
                new EventBytes(leaf.length - 1 + disclosure.length + AND_HASH.length + hash.length + END.length);
        event.add(leaf, leaf.length - 1);
        event.add(disclosure);
        event.add(AND_HASH);
        event.add(hash);
        event.add(END);
        return event.bytes;
    }

    private static byte[] disclosure(ResultSet row) throws SQLException {
        byte[] name = row.getBytes(NAME);
        byte[] note = row.getBytes(NOTE);
        byte[] salt = row.getBytes(SALT);
        if (name == null) {
            return new byte[0];
        }
        if (!isPlain(name) || note != null && !isPlain(note)) {
            byte[] json = new Disclosure(row.getString(NAME), row.getString(NOTE), row.getString(SALT))
                    .json()
                    .getBytes(StandardCharsets.UTF_8);
            EventBytes escaped = new EventBytes(DISCLOSED.length + json.length);
            escaped.add(DISCLOSED);
            escaped.add(json);
            return escaped.bytes;
        }
        int more = note == null ? 0 : AND_NOTE.length + note.length;
        EventBytes plain = new EventBytes(
                DISCLOSED_NAME.length + name.length + more + AND_SALT.length + salt.length + END_OF_DISCLOSED.length);
        plain.add(DISCLOSED_NAME);
        plain.add(name);
        if (note != null) {
            plain.add(AND_NOTE);
            plain.add(note);
        }
        plain.add(AND_SALT);
        plain.add(salt);
        plain.add(END_OF_DISCLOSED);
        return plain.bytes;
    }

    /** Whether the text stands in JSON as it is. */
    private static boolean isPlain(byte[] text) {
        for (byte c : text) {
            if (c >= 0 && c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void add(byte[] part) {
        add(part, part.length);
    }

    private void add(byte[] part, int count) {
        System.arraycopy(part, 0, bytes, length, count);
        length += count;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
