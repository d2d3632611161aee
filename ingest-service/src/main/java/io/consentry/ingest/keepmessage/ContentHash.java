package io.consentry.ingest.keepmessage;

import java.security.MessageDigest;

/** The keyed hash of a message's bytes and practice. */
public final class ContentHash {

    private final byte[] bytes;

    public ContentHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isOf(byte[] other) {
        return MessageDigest.isEqual(bytes, other);
    }
}
