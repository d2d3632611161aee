package io.consentry.filing.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Once the sender may have been told, taking a decision back would make the answer a lie. */
final class OnlyWhatNobodyHasHeardOfIsUndone {

    private OnlyWhatNobodyHasHeardOfIsUndone() {}

    static void check(@Nullable Instant finalFrom, Instant now) {
        if (finalFrom == null || !now.isBefore(finalFrom)) {
            throw new ActRefused(new Refusal.CannotBeUndone());
        }
    }
}
