package io.consentry.gateway.console.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file that every page needs, kept ready both as it is and compressed.
 *
 * @param name with a part that changes with the content, so that a browser may keep it for ever
 */
record Asset(String name, Kind kind, byte[] plain, byte[] compressed) {

    /** What it is. */
    enum Kind {
        STYLE("css", "text/css;charset=utf-8"),
        SCRIPT("js", "text/javascript;charset=utf-8"),
        ICON("svg", "image/svg+xml");

        private final String ending;
        private final String mediaType;

        Kind(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    private static final int HASH_DIGITS = 16;

    static Asset of(String name, Kind kind, String content) {
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        return new Asset(name + "-" + hash(plain) + "." + kind.ending, kind, plain, compress(plain));
    }

    String path() {
        return "/assets/" + name;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
