package io.consentry.filing.showitem;

import io.consentry.consultation.Entry;
import io.consentry.filing.item.HeldBackReason;
import io.consentry.filing.settle.Settings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an item is filed where the reviewer says nothing else, as its practice has settled. */
public record FilingDefaults(
        @Schema(description = "Ids of the entries that are left out: those of kinds that are not pre-ticked")
        List<String> exclude,

        @Schema(description = "Whether the patient sees it online")
        boolean patientVisible) {

    /** Why the patient does not see it, where the reviewer says nothing; absent where they do. */
    public @Nullable HeldBackReason heldBack() {
        return patientVisible ? null : HeldBackReason.PRACTICE_SETTING;
    }

    public static FilingDefaults of(ReviewedItem reviewed, Settings settled) {
        String service = reviewed.item().service();
        return new FilingDefaults(
                reviewed.entries().stream()
                        .filter(entry -> !settled.files(service, entry.kind()))
                        .map(Entry::id)
                        .toList(),
                Boolean.TRUE.equals(settled.patientVisible()));
    }
}
