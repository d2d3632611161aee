package io.consentry.filing.showitem;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.filing.item.ItemStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was sent against what was filed, for a person to check by hand. */
record ItemChanges(
        String id,
        ItemStatus status,
        ItemHistory.@Nullable Person decidedBy,
        @Nullable Instant decidedAt,

        @Schema(description = "Hex SHA-256 of the message as received")
        String contentHash,

        List<Change> entries) {

    static ItemChanges of(ReviewedItem reviewed) {
        Consultation told = reviewed.consultation();
        HistoryEntry decision = decision(reviewed);
        Set<String> excluded = Set.copyOf(reviewed.excludedEntryIds());
        return new ItemChanges(
                reviewed.item().itemId(),
                reviewed.item().status(),
                decision == null ? null : ItemHistory.of(decision, reviewed).by(),
                reviewed.item().decidedAt(),
                reviewed.item().contentHash(),
                told == null
                        ? List.of()
                        : told.entries().stream()
                                .map(entry -> Change.of(entry, outcome(reviewed, excluded.contains(entry.id()))))
                                .toList());
    }

    private static @Nullable HistoryEntry decision(ReviewedItem reviewed) {
        return reviewed.history().stream()
                .filter(entry -> entry.what.equals(reviewed.item().status().word()))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static String outcome(ReviewedItem reviewed, boolean excluded) {
        return switch (reviewed.item().status()) {
            case PENDING -> "pending";
            case FILED, FILED_WITH_CHANGES -> excluded ? "left-out" : "filed";
            case REJECTED, REPLACED, WITHDRAWN -> "not-filed";
        };
    }

    /** One entry as sent, and what became of it. */
    record Change(
            String entryId,
            EntryKind kind,
            @Nullable String heading,
            @Nullable Coding code,

            @Schema(description = "The entry's words and values in one line, as sent") @Nullable String sent,

            @Schema(description = "pending, filed, left-out, or not-filed where the whole item was kept out")
            String outcome) {

        static Change of(Entry entry, String outcome) {
            return new Change(entry.id(), entry.kind(), entry.heading(), entry.code(), SentInWords.of(entry), outcome);
        }
    }
}
