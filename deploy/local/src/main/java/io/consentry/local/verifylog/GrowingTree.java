package io.consentry.local.verifylog;

/** The tree of RFC 6962 as leaves are added at its right: of everything before, one hash a level is enough. */
final class GrowingTree {

    private static final int LEVELS = 63;

    private final Hashing hashing;
    /** The complete subtree of each size that the number of leaves, written in binary, has a one for. */
    private final byte[][] complete = new byte[LEVELS][0];

    private long size;

    GrowingTree(Hashing hashing) {
        this.hashing = hashing;
    }

    long size() {
        return size;
    }

    void add(byte[] leaf) {
        byte[] hash = leaf;
        int level = 0;
        for (; (size >> level & 1) == 1; level++) {
            hash = hashing.ofNode(complete[level], hash);
        }
        complete[level] = hash;
        size++;
    }

    /** The root over all leaves so far. */
    byte[] root() {
        byte[] root = null;
        for (int level = 0; size >> level > 0; level++) {
            if ((size >> level & 1) == 1) {
                root = root == null ? complete[level] : hashing.ofNode(complete[level], root);
            }
        }
        return root == null ? hashing.ofNothing() : root;
    }
}
