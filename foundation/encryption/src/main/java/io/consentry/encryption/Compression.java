package io.consentry.encryption;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes content small before it is sealed: ciphertext does not compress. */
final class Compression {

    private static final int CHUNK = 8192;

    /** What is told about consultations shrinks to a quarter or less. */
    private static final int USUAL_RATIO = 4;

    private Compression() {}

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream small = new ByteArrayOutputStream(content.length / 4 + CHUNK);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                small.write(chunk, 0, deflater.deflate(chunk));
            }
            return small.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** Undoes {@link #deflate}; never meets bytes that were not sealed here. */
    static byte[] inflate(byte[] small) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(small);
            byte[] content = new byte[small.length * USUAL_RATIO + CHUNK];
            int length = 0;
            while (!inflater.finished()) {
                if (length == content.length) {
                    content = Arrays.copyOf(content, 2 * length);
                }
                int read = inflater.inflate(content, length, content.length - length);
                if (read == 0 && !inflater.finished()) {
                    throw new DataFormatException("ends too early");
                }
                length += read;
            }
            return Arrays.copyOf(content, length);
        } finally {
            inflater.end();
        }
    }
}
