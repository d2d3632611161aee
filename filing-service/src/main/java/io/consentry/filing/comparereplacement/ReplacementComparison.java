package io.consentry.filing.comparereplacement;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.showitem.ReviewedItem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A newer document beside the one it replaces.
 *
 * @param id the newer item
 * @param replaces the older item
 * @param replacedStatus what became of the older one: filed, where a person must judge what that means for the record
 * @param erased whether the content of one of the two was erased or cannot be opened, so that nothing can be compared
 * @param differences what is not the same
 */
@Schema(name = "ReplacementComparison")
record ReplacementComparison(
        String id, String replaces, ItemStatus replacedStatus, boolean erased, List<Difference> differences) {

    static ReplacementComparison of(ReviewedItem newer, ReviewedItem older) {
        Consultation now = newer.consultation();
        Consultation then = older.consultation();
        boolean erased = now == null || then == null;
        return new ReplacementComparison(
                newer.item().itemId(),
                older.item().itemId(),
                older.item().status(),
                erased,
                erased ? List.of() : Difference.between(entries(then), entries(now)));
    }

    private static List<Entry> entries(@Nullable Consultation consultation) {
        return consultation == null ? List.of() : consultation.entries();
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ReplacementComparison[" + id + "]";
    }
}
