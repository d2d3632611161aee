package io.consentry.consent.replayevents;

import io.consentry.consent.keepevents.Disclosure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Events as they are told, one a line: each the stored leaf with two members appended, which a verifier takes off again
 * before it hashes.
 *
 * <p>Bytes are taken from the database as they are, and all lines of a page stand in one array: a log of a million events
 * passes through here without ever being text, or objects.
 */
final class EventLines {

    private static final int LIKELY_BYTES_A_LINE = 800;
    /** Most pages have few lines, since most are what a follower of the log finds; a long one grows. */
    private static final int AT_FIRST = 64;

    private static final int HASH_BYTES = 32;

    private static final byte[] DISCLOSED_NAME = ascii(",\"disclosed\":{\"name\":\"");
    private static final byte[] AND_NOTE = ascii("\",\"note\":\"");
    private static final byte[] AND_SALT = ascii("\",\"salt\":\"");
    private static final byte[] END_OF_DISCLOSED = ascii("\"}");
    private static final byte[] DISCLOSED = ascii(",\"disclosed\":");
    private static final byte[] AND_HASH = ascii(",\"leafHash\":\"");
    private static final byte[] END = ascii("\"}\n");
    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes = new byte[AT_FIRST * LIKELY_BYTES_A_LINE];
    private int length;
    private long[] positions = new long[AT_FIRST];
    private int[] ends = new int[AT_FIRST];
    private int count;

    /** Adds the event of a row, with its name and note where they are wanted and not erased. */
    void add(CopiedRows row, boolean disclosed) {
        if (count == ends.length) {
            positions = Arrays.copyOf(positions, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        // Everything is less than the row, escaped, and what is added to it.
        require(6 * row.size() + 256);
        copy(row, CopiedRows.LEAF, row.length(CopiedRows.LEAF) - 1);
        if (disclosed && !row.isNull(CopiedRows.NAME)) {
            addDisclosure(row);
        }
        copy(AND_HASH);
        addHash(row);
        copy(END);
        positions[count] = row.number(CopiedRows.POSITION);
        ends[count++] = length;
    }

    /** All that was added; nothing may be added afterwards. */
    EventPage page(long after, int limit) {
        long last = count == 0 ? after : positions[count - 1];
        return new EventPage(bytes, positions, ends, count, last, count == limit);
    }

    private void addDisclosure(CopiedRows row) {
        boolean noted = !row.isNull(CopiedRows.NOTE);
        if (!row.isPlain(CopiedRows.NAME) || noted && !row.isPlain(CopiedRows.NOTE)) {
            copy(DISCLOSED);
            String note = noted ? row.text(CopiedRows.NOTE) : null;
            copy(new Disclosure(row.text(CopiedRows.NAME), note, row.text(CopiedRows.SALT))
                    .json()
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        copy(DISCLOSED_NAME);
        copy(row, CopiedRows.NAME, row.length(CopiedRows.NAME));
        if (noted) {
            copy(AND_NOTE);
            copy(row, CopiedRows.NOTE, row.length(CopiedRows.NOTE));
        }
        copy(AND_SALT);
        copy(row, CopiedRows.SALT, row.length(CopiedRows.SALT));
        copy(END_OF_DISCLOSED);
    }

    private void addHash(CopiedRows row) {
        byte[] from = row.bytes();
        int start = row.start(CopiedRows.LEAF_HASH);
        for (int at = start; at < start + HASH_BYTES; at++) {
            bytes[length++] = HEX[from[at] >> 4 & 15];
            bytes[length++] = HEX[from[at] & 15];
        }
    }

    private void require(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    private void copy(byte[] part) {
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void copy(CopiedRows row, int column, int size) {
        System.arraycopy(row.bytes(), row.start(column), bytes, length, size);
        length += size;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
