package io.consentry.bench.callservice;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a connection, with lines where the protocol has lines. */
final class BufferedBytes {

    private static final int SIZE = 1 << 17;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private int filled;

    BufferedBytes(InputStream in) {
        this.in = in;
    }

    int read(byte[] target, int offset, int length) throws IOException {
        if (at == filled && !fill()) {
            return -1;
        }
        int taken = Math.min(length, filled - at);
        System.arraycopy(buffer, at, target, offset, taken);
        at += taken;
        return taken;
    }

    /** The next line, without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (at == filled && !fill()) {
                throw new EOFException("The connection was closed");
            }
            char c = (char) buffer[at++];
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
