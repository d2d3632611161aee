package io.consentry.filing.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What nobody has heard of yet is undone; what was never filed need not be taken out of a record. */
final class OnlyAFinalFilingIsRetracted {

    private OnlyAFinalFilingIsRetracted() {}

    static void check(ItemStatus status, @Nullable Instant finalFrom, Instant now) {
        boolean filed = status == ItemStatus.FILED || status == ItemStatus.FILED_WITH_CHANGES;
        if (!filed || finalFrom == null || now.isBefore(finalFrom)) {
            throw new ActRefused(new Refusal.CannotBeRetracted());
        }
    }
}
