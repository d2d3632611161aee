package io.consentry.local.verifylog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1. Keeps a digest, so for one thread. */
final class Hashing {

    /** Bytes of a hash. */
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    Hashing() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    byte[] of(byte[] bytes, int from, int to) {
        sha256.update(bytes, from, to - from);
        return sha256.digest();
    }

    /** Of a leaf that ends with one byte more than stands in the array: the brace that closes it. */
    byte[] ofLeaf(byte[] bytes, int from, int to, byte last) {
        sha256.update(LEAF);
        sha256.update(bytes, from, to - from);
        sha256.update(last);
        return sha256.digest();
    }

    byte[] ofNode(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        sha256.update(right);
        return sha256.digest();
    }

    byte[] ofNothing() {
        return sha256.digest();
    }
}
