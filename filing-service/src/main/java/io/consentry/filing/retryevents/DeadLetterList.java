package io.consentry.filing.retryevents;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Events that could not be applied: first those of the worklist, then messages that are no items yet. */
record DeadLetterList(
        List<DeadLetter> deadLetters,

        @Schema(description = "Give it as next to get what follows; absent on the last page") @Nullable String next) {

    /** The page of these, of which one more than the limit may have been found. */
    static DeadLetterList of(List<DeadLetter> found, int limit) {
        return found.size() <= limit
                ? new DeadLetterList(found, null)
                : new DeadLetterList(
                        found.subList(0, limit),
                        LetterPlace.of(found.get(limit - 1)).text());
    }
}
