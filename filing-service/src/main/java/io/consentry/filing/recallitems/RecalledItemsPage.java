package io.consentry.filing.recallitems;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.showworklist.WorklistItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A practice's items that a recall found. */
record RecalledItemsPage(
        List<Found> items,

        @Schema(description = "Give it as next to get what follows; absent on the last page") @Nullable String next) {

    /** One of them. */
    @Schema(name = "RecalledItem")
    record Found(
            String id,
            ItemStatus status,
            Instant receivedAt,

            @Schema(description = "It is in the record, and the practice has not confirmed yet")
            boolean needsReview,

            @Schema(
                    description =
                            "Ids of the entries that match; absent when the content was erased or cannot be opened")
            @Nullable List<String> entries,

            @Schema(description = "What the practice did, once it confirmed") @Nullable String outcome,

            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {

        static Found of(RecalledItem recalled, WorklistItem item, @Nullable Consultation told) {
            boolean filed = item.status() == ItemStatus.FILED || item.status() == ItemStatus.FILED_WITH_CHANGES;
            return new Found(
                    item.itemId(),
                    item.status(),
                    item.receivedAt(),
                    filed && recalled.outcome == null,
                    told == null ? null : ids(recalled.entries, told.entries()),
                    recalled.outcome,
                    recalled.confirmedName,
                    recalled.confirmedAt);
        }

        private static List<String> ids(Integer[] numbers, List<Entry> entries) {
            return Stream.of(numbers)
                    .filter(number -> number <= entries.size())
                    .map(number -> entries.get(number - 1).id())
                    .toList();
        }
    }
}
