package io.consentry.encryption;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jpountz.lz4.LZ4CompressorWithLength;
import net.jpountz.lz4.LZ4DecompressorWithLength;
import net.jpountz.lz4.LZ4Factory;

/** Makes content small before it is sealed: ciphertext does not compress. */
@RegisterForReflection(
        classNames = {
            "net.jpountz.lz4.LZ4JavaSafeCompressor",
            "net.jpountz.lz4.LZ4HCJavaSafeCompressor",
            "net.jpountz.lz4.LZ4JavaSafeSafeDecompressor"
        })
final class Compression {

    /** What was deflated is about consultations, which shrink to a quarter or less. */
    private static final int USUAL_RATIO = 4;

    private static final int CHUNK = 8192;

    private static final LZ4CompressorWithLength COMPRESSOR =
            new LZ4CompressorWithLength(LZ4Factory.fastestInstance().fastCompressor());
    private static final LZ4DecompressorWithLength DECOMPRESSOR =
            new LZ4DecompressorWithLength(LZ4Factory.fastestInstance().safeDecompressor());

    private Compression() {}

    /** A block of LZ4 after the length of the content. */
    static byte[] compress(byte[] content) {
        return COMPRESSOR.compress(content);
    }

    /** Undoes {@link #compress}; never meets bytes that were not sealed here. */
    static byte[] decompress(byte[] small) {
        return DECOMPRESSOR.decompress(small);
    }

    /** Undoes the deflating of what was sealed before LZ4 was used. */
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
