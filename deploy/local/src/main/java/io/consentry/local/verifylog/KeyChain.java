package io.consentry.local.verifylog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that a bundle brings along, oldest first, each but the first named by the one before it. */
final class KeyChain {

    private static final int ENDORSEMENT_LINES = 4;

    private final List<Link> links = new ArrayList<>();

    /** A key and the smallest tree that it signs. */
    private record Link(LogKey key, long signsFrom) {}

    /** Adds the next key, where the one before names it. */
    void add(String text, @Nullable String endorsement) throws UnusableException, TamperedException {
        LogKey key = LogKey.read(text);
        if (links.isEmpty()) {
            links.add(new Link(key, 0));
            return;
        }
        Link before = links.get(links.size() - 1);
        long signsFrom = endorsement == null ? -1 : signsFrom(SignedNote.read(endorsement), before, key);
        if (signsFrom < before.signsFrom()) {
            throw new TamperedException(
                    Math.max(1, before.signsFrom()), "The key " + key.text() + " is not named by the key before it");
        }
        links.add(new Link(key, signsFrom));
    }

    private static long signsFrom(SignedNote note, Link before, LogKey key) throws UnusableException {
        List<String> lines = note.lines(ENDORSEMENT_LINES);
        boolean names = lines.get(0).equals(before.key().name())
                && lines.get(1).equals("key")
                && lines.get(2).equals(key.text());
        try {
            return names && before.key().signed(note) ? Long.parseLong(lines.get(3)) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Which key signs trees of this size; -1 where the bundle has none. */
    int indexFor(long size) {
        for (int index = links.size() - 1; index >= 0; index--) {
            if (size >= links.get(index).signsFrom()) {
                return index;
            }
        }
        return -1;
    }

    /** Whether the note is signed by the key whose turn it was. */
    boolean signed(SignedNote note, long size) {
        int index = indexFor(size);
        return index >= 0 && links.get(index).key().signed(note);
    }

    /** Which of the keys this is; -1 where it is none of them. */
    int indexOf(LogKey key) {
        for (int index = 0; index < links.size(); index++) {
            if (links.get(index).key().text().equals(key.text())) {
                return index;
            }
        }
        return -1;
    }

    /** How many events the smallest log has that this one of the keys signs. */
    long signsFrom(int index) {
        return links.get(index).signsFrom();
    }

    /** The key whose turn it was, for people. */
    String describe(long size) {
        int index = indexFor(size);
        return index < 0 ? "no key" : links.get(index).key().text();
    }
}
