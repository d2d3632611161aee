package io.consentry.bench.callservice;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer: of a length that was told, or in chunks. */
final class HttpBody extends InputStream {

    private final BufferedBytes in;
    private final boolean chunked;
    private long left;
    private boolean ended;

    HttpBody(BufferedBytes in, boolean chunked, long length) {
        this.in = in;
        this.chunked = chunked;
        this.left = length;
        this.ended = !chunked && length == 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!ended && left == 0) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(target, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("The answer broke off");
        }
        left -= read;
        if (left == 0) {
            if (chunked) {
                in.line();
            } else {
                ended = true;
            }
        }
        return read;
    }

    private void nextChunk() throws IOException {
        left = Long.parseLong(in.line().split(";", 2)[0].strip(), 16);
        if (left == 0) {
            ended = true;
            in.line();
        }
    }
}
