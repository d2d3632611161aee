package io.consentry.local.verifylog;

import io.consentry.local.verifylog.SignedNote.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier knows from elsewhere and trusts: checkpoints that were kept, and a key that was pinned. Without
 * either, a file can only agree with itself.
 *
 * @param checkpoints by size
 */
record Anchors(List<Kept> checkpoints, @Nullable LogKey pinned) {

    /** A checkpoint that was kept. */
    record Kept(SignedNote note, Head head) {}

    /**
     * Reads them.
     *
     * @param checkpointFiles each with one note or several
     * @param keyFile with one key
     */
    static Anchors read(List<Path> checkpointFiles, @Nullable Path keyFile) throws IOException, UnusableException {
        List<Kept> kept = new ArrayList<>();
        for (Path file : checkpointFiles) {
            // Forgivingly: the anchor file may end within a note, and so within a letter.
            String notes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (SignedNote note : SignedNote.readAll(notes)) {
                kept.add(new Kept(note, note.head()));
            }
        }
        kept.sort(Comparator.comparingLong(checkpoint -> checkpoint.head().size()));
        return new Anchors(List.copyOf(kept), keyFile == null ? null : LogKey.read(Files.readString(keyFile)));
    }

    /** Refuses to compare one log with another. */
    void requireOrigin(String origin) throws UnusableException {
        for (Kept kept : checkpoints) {
            if (!kept.head().origin().equals(origin)) {
                throw new UnusableException(
                        "The checkpoint is of " + kept.head().origin() + ", the bundle of " + origin);
            }
        }
    }

    /**
     * Refuses to judge a log that ends before the pinned key signs: it was named, and vouches for nothing yet.
     *
     * @param size of the log
     */
    void requireTurn(KeyChain chain, long size) throws UnusableException {
        int index = pinned == null ? -1 : chain.indexOf(pinned);
        if (index > chain.indexFor(size)) {
            throw new UnusableException("Cannot be said yet: the pinned key signs logs from " + chain.signsFrom(index)
                    + " events on, and this one has " + size + ", signed with the key before it. Whoever has that key"
                    + " could have written all of it, so this is no sign that it is right: verify what is exported"
                    + " after the next event, or give a checkpoint that was kept, or a key that was pinned earlier.");
        }
    }

    /**
     * The first key of the chain that is trusted, and with it all that follow: the pinned one, or the one that signed a
     * checkpoint that was kept, or with nothing known the first.
     *
     * @return -1 where none is
     */
    int trustedFrom(KeyChain chain) {
        if (pinned != null) {
            return chain.indexOf(pinned);
        }
        return checkpoints.stream()
                .filter(kept -> chain.signed(kept.note(), kept.head().size()))
                .mapToInt(kept -> chain.indexFor(kept.head().size()))
                .min()
                .orElse(checkpoints.isEmpty() ? 0 : -1);
    }

    /** In words, what was compared with; nothing where nothing was. */
    List<String> describe() {
        List<String> words = new ArrayList<>();
        if (pinned != null) {
            words.add("signed with the pinned key, or with keys that follow from it");
        }
        for (Kept kept : checkpoints) {
            words.add("agrees with the checkpoint of " + kept.head().size() + " events that was kept");
        }
        return words;
    }
}
