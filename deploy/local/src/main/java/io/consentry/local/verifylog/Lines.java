package io.consentry.local.verifylog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a file as bytes, one at a time, so that a log of any length passes through. */
final class Lines {

    private static final int READ_AT_ONCE = 1 << 20;
    /** No line of a bundle comes near; a file without line ends is not to fill the memory. */
    private static final int LONGEST = 1 << 22;

    private final InputStream in;
    private final byte[] buffer = new byte[READ_AT_ONCE];
    private int at;
    private int filled;
    private byte[] line = new byte[4096];

    Lines(InputStream in) {
        this.in = in;
    }

    /** The bytes of the line that was read last, from the beginning of the array. */
    byte[] line() {
        return line;
    }

    /** Reads the next line and gives its length; -1 after the last. */
    int next() throws IOException {
        int length = 0;
        while (true) {
            if (at == filled) {
                filled = in.read(buffer);
                at = 0;
                if (filled <= 0) {
                    filled = 0;
                    return length == 0 ? -1 : length;
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            length = append(length, end);
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                return length;
            }
        }
    }

    private int append(int length, int end) throws IOException {
        int needed = length + end - at;
        if (needed > LONGEST) {
            throw new IOException("A line has more than " + LONGEST + " bytes: this is no bundle");
        }
        if (needed > line.length) {
            line = Arrays.copyOf(line, Math.max(needed, 2 * line.length));
        }
        System.arraycopy(buffer, at, line, length, end - at);
        return needed;
    }
}
