package io.consentry.filing.keepcontent;

import org.jspecify.annotations.Nullable;

/**
 * Kept content as a person can read it, or not.
 *
 * @param content absent when it was erased or cannot be opened
 * @param unreadable whether it is kept and cannot be opened: it was damaged, or its key is lost
 */
public record Readable<T>(@Nullable T content, boolean unreadable) {

    static <T> Readable<T> of(T content) {
        return new Readable<>(content, false);
    }

    static <T> Readable<T> erased() {
        return new Readable<>(null, false);
    }

    static <T> Readable<T> cannotBeOpened() {
        return new Readable<>(null, true);
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "Readable[withheld]";
    }
}
