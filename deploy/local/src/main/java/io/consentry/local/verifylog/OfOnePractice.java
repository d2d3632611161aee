package io.consentry.local.verifylog;

import io.consentry.local.verifylog.Anchors.Kept;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The events of one practice, each with its own way to the root: they are in the log, whatever else is. */
final class OfOnePractice implements Check {

    private final Header header;
    private final KeyChain keys;
    private final Anchors anchors;
    private final Hashing hashing;
    private long last;
    private long count;

    OfOnePractice(Header header, KeyChain keys, Anchors anchors, Hashing hashing) throws UnusableException {
        for (Kept kept : anchors.checkpoints()) {
            if (kept.head().size() != header.size()) {
                throw new UnusableException(
                        "The checkpoint that was kept covers " + kept.head().size()
                                + " events, this bundle's " + header.size()
                                + ". A practice's bundle can be compared only with a"
                                + " checkpoint of its own size: give a key, or verify the whole log.");
            }
        }
        this.header = header;
        this.keys = keys;
        this.anchors = anchors;
        this.hashing = hashing;
    }

    @Override
    public long next() {
        return last + 1;
    }

    @Override
    public long placeOf(EventLine event) {
        return Math.max(next(), event.position());
    }

    @Override
    public void event(EventLine event, byte[] hash) throws TamperedException {
        long position = event.position();
        if (position <= last || position > header.size()) {
            throw new TamperedException(next(), "Position " + position + " stands after " + last);
        }
        if (!event.practice().equals(Objects.requireNonNull(header.practice()))) {
            throw new TamperedException(position, "It is about " + event.practice() + ", not " + header.practice());
        }
        if (event.number() != count + 1) {
            throw new TamperedException(
                    next(),
                    position,
                    "Number " + event.number() + " of the practice's events stands where " + (count + 1) + " belongs");
        }
        Optional<byte[]> root = AuditPath.root(hashing, hash, position - 1, header.size(), event.proof());
        if (root.isEmpty() || !Arrays.equals(root.get(), header.head().root())) {
            throw new TamperedException(position, "Its proof does not lead to the root of the checkpoint");
        }
        last = position;
        count++;
    }

    @Override
    public void checkpoint(SignedNote note) throws TamperedException {
        throw new TamperedException(next(), "A practice's bundle has no checkpoint between its events");
    }

    @Override
    public void end(long told) throws TamperedException, UnusableException {
        if (told != count) {
            throw new TamperedException(
                    next(),
                    told < 0 ? "The last line is missing" : "There are " + count + " events; there were " + told);
        }
        long size = header.size();
        for (Kept kept : anchors.checkpoints()) {
            if (!Arrays.equals(kept.head().root(), header.head().root())) {
                throw new TamperedException(1, size, "The log is not that of the checkpoint that was kept");
            }
        }
        if (!keys.signed(header.checkpoint(), size)) {
            throw new TamperedException(1, size, "The bundle's checkpoint is not signed with the log's key");
        }
        anchors.requireTurn(keys, size);
        int trusted = anchors.trustedFrom(keys);
        boolean known = trusted >= 0 && keys.indexFor(size) >= trusted;
        if (!known && (anchors.pinned() != null || anchors.checkpoints().isEmpty())) {
            throw new TamperedException(
                    1, size, "The log is signed with " + keys.describe(size) + ", which the pinned key never named");
        }
    }
}
