package io.consentry.local.verifylog;

import java.util.List;
import java.util.Optional;

/** The way from one leaf to the root, as RFC 9162, section 2.1.3.2, goes it. */
final class AuditPath {

    private AuditPath() {}

    /**
     * The root that a leaf and its path lead to.
     *
     * @param index of the leaf, from 0
     * @param path siblings, nearest first
     * @return empty where the path has not the length that a tree of this size asks for
     */
    static Optional<byte[]> root(Hashing hashing, byte[] leaf, long index, long size, List<byte[]> path) {
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = hashing.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hashing.ofNode(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }
}
