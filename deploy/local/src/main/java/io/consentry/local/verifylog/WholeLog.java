package io.consentry.local.verifylog;

import io.consentry.local.verifylog.Anchors.Kept;
import io.consentry.local.verifylog.SignedNote.Head;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** All events from the first: the tree is built anew and compared with everything that was ever signed about it. */
final class WholeLog implements Check {

    private final Header header;
    private final KeyChain keys;
    private final Anchors anchors;
    private final GrowingTree tree;
    private final Iterator<Kept> kept;
    private @Nullable Kept nextKept;
    private long agreedWithKept;
    private @Nullable SignedNote lastAgreed;
    private long lastAgreedSize;
    private String lastTime = "";

    WholeLog(Header header, KeyChain keys, Anchors anchors, Hashing hashing) throws TamperedException {
        this.header = header;
        this.keys = keys;
        this.anchors = anchors;
        this.tree = new GrowingTree(hashing);
        this.kept = anchors.checkpoints().iterator();
        this.nextKept = kept.hasNext() ? kept.next() : null;
        compareWithKept();
    }

    @Override
    public long next() {
        return tree.size() + 1;
    }

    @Override
    public long placeOf(EventLine event) {
        return next();
    }

    @Override
    public void event(EventLine event, byte[] hash) throws TamperedException {
        if (tree.size() > 0 && event.position() == tree.size()) {
            throw new TamperedException(tree.size(), "Position " + tree.size() + " stands twice");
        }
        if (event.position() != next()) {
            throw new TamperedException(
                    next(), "Position " + event.position() + " stands where " + next() + " belongs");
        }
        String time = event.recordedAt();
        if (time.compareTo(lastTime) <= 0) {
            // One of the two is wrong, and nothing in them says which; only who vouches for the first can tell.
            long first = Math.max(vouchedFor() + 1, tree.size());
            throw new TamperedException(
                    first, next(), "It was recorded at " + time + ", not after the event before it");
        }
        lastTime = time;
        tree.add(hash);
        compareWithKept();
    }

    private void compareWithKept() throws TamperedException {
        while (nextKept != null && nextKept.head().size() == tree.size()) {
            compare(nextKept.head(), "the checkpoint that was kept");
            agreedWithKept = tree.size();
            nextKept = kept.hasNext() ? kept.next() : null;
        }
    }

    /** Its root alone is compared; its signature matters, and is checked, only where something else went wrong. */
    @Override
    public void checkpoint(SignedNote note) throws TamperedException, UnusableException {
        Head head = note.head();
        if (head.size() != tree.size()) {
            throw new TamperedException(
                    next(), "A checkpoint of " + head.size() + " events stands after " + tree.size());
        }
        compare(head, "a checkpoint in the bundle");
        lastAgreed = note;
        lastAgreedSize = head.size();
    }

    private void compare(Head head, String what) throws TamperedException {
        if (!Arrays.equals(head.root(), tree.root())) {
            throw new TamperedException(
                    vouchedFor() + 1,
                    tree.size(),
                    "The events are not those of " + what + " of " + head.size() + " events");
        }
    }

    /** Up to which position somebody trusted says that all is as it was. */
    private long vouchedFor() {
        if (lastAgreed == null || lastAgreedSize <= agreedWithKept) {
            return agreedWithKept;
        }
        int trusted = anchors.trustedFrom(keys);
        boolean vouches =
                trusted >= 0 && keys.indexFor(lastAgreedSize) >= trusted && keys.signed(lastAgreed, lastAgreedSize);
        return vouches ? lastAgreedSize : agreedWithKept;
    }

    @Override
    public void end(long told) throws TamperedException, UnusableException {
        long size = tree.size();
        if (size != header.size()) {
            throw new TamperedException(
                    Math.min(size, header.size()) + 1,
                    "There are " + size + " events; the bundle's checkpoint covers " + header.size());
        }
        compare(header.head(), "the bundle's own checkpoint");
        if (nextKept != null) {
            throw new TamperedException(
                    size + 1,
                    "The checkpoint that was kept covers " + nextKept.head().size() + " events, the bundle " + size);
        }
        requireTrustedKey();
    }

    private void requireTrustedKey() throws TamperedException, UnusableException {
        long size = header.size();
        long first = Math.min(vouchedFor() + 1, size);
        if (!keys.signed(header.checkpoint(), size)) {
            throw new TamperedException(first, size, "The bundle's checkpoint is not signed with the log's key");
        }
        anchors.requireTurn(keys, size);
        int trusted = anchors.trustedFrom(keys);
        boolean known = trusted >= 0 && keys.indexFor(size) >= trusted;
        boolean allKept = anchors.pinned() == null && agreedWithKept == size;
        if (!known && !allKept) {
            throw new TamperedException(
                    first,
                    size,
                    "The log is signed with " + keys.describe(size) + ", which "
                            + (anchors.pinned() == null ? "the key of the checkpoint that was kept" : "the pinned key")
                            + " never named");
        }
    }
}
