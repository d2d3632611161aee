package io.consentry.consent.provelog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over leaves that are hashed already: roots and proofs from the hashes of complete
 * subtrees, of which each answer needs a handful.
 */
final class MerkleTree {

    private static final byte NODE = 1;

    private final CompleteSubtrees subtrees;

    MerkleTree(CompleteSubtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** Where the hashes come from. */
    interface CompleteSubtrees {

        /**
         * The hash over the leaves from {@code place * 2^level} on.
         *
         * @param level 0 for a leaf
         */
        byte[] hash(int level, long place);
    }

    static byte[] parent(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root over the first leaves; of none, the hash of nothing. */
    byte[] root(long size) {
        return size == 0 ? sha256().digest() : over(0, size);
    }

    /** The hashes that lead from a leaf to the root over the first {@code size} leaves, nearest first. */
    List<byte[]> inclusion(long leaf, long size) {
        List<byte[]> path = new ArrayList<>();
        inclusion(leaf, 0, size, path);
        return path;
    }

    /** The hashes that show the tree over {@code from} leaves to be the beginning of the one over {@code to}. */
    List<byte[]> consistency(long from, long to) {
        List<byte[]> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            consistency(from, 0, to, true, proof);
        }
        return proof;
    }

    private void inclusion(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        long split = begin + largestPowerBelow(end - begin);
        if (leaf < split) {
            inclusion(leaf, begin, split, path);
            path.add(over(split, end));
        } else {
            inclusion(leaf, split, end, path);
            path.add(over(begin, split));
        }
    }

    /** SUBPROOF of the RFC; {@code known} while the old tree's root is a node of this subtree's left edge. */
    private void consistency(long from, long begin, long end, boolean known, List<byte[]> proof) {
        if (from == end - begin) {
            if (!known) {
                proof.add(over(begin, end));
            }
            return;
        }
        long k = largestPowerBelow(end - begin);
        if (from <= k) {
            consistency(from, begin, begin + k, known, proof);
            proof.add(over(begin + k, end));
        } else {
            consistency(from - k, begin + k, end, false, proof);
            proof.add(over(begin, begin + k));
        }
    }

    private byte[] over(long begin, long end) {
        long size = end - begin;
        if (Long.bitCount(size) == 1) {
            return subtrees.hash(Long.numberOfTrailingZeros(size), begin / size);
        }
        long split = begin + largestPowerBelow(size);
        return parent(over(begin, split), over(split, end));
    }

    private static long largestPowerBelow(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
