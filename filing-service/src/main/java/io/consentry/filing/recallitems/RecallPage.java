package io.consentry.filing.recallitems;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recall, how far looking has come, and how it stands at each practice. No patient in it. */
@Schema(name = "Recall")
record RecallPage(
        String id,
        String reason,
        RecallCriteria criteria,
        Instant openedAt,

        @Schema(
                description =
                        "searching or finished. It goes on searching while an item that it means waits among the dead"
                                + " letters (worklist). A message that waits there (received) is no item yet: it still"
                                + " counts when it becomes one, even after the recall is finished",
                examples = "finished")
        String status,

        @Schema(description = "How many items matched when looking began; absent before, and for practices") @Nullable Long matching,

        @Schema(description = "How many items are found by now")
        long found,

        @Nullable Instant finishedAt,

        @Schema(description = "A practice sees its own alone")
        List<AtPractice> practices) {

    static final String SEARCHING = "searching";
    static final String FINISHED = "finished";

    /** The same recall with these counts. */
    RecallPage with(long found, List<AtPractice> practices) {
        return new RecallPage(id, reason, criteria, openedAt, status, matching, found, finishedAt, practices);
    }

    /** What one practice may know of it: nothing of how many there are elsewhere. */
    RecallPage of(AtPractice here) {
        return new RecallPage(id, reason, criteria, openedAt, status, null, here.found(), finishedAt, List.of(here));
    }

    /** How a recall stands at one practice. */
    @Schema(name = "RecallAtPractice")
    record AtPractice(
            String practice,
            long found,

            @Schema(description = "Not decided about yet: flagged in the worklist")
            long pending,

            @Schema(description = "In the record, so the record needs review, until the practice confirms")
            long needsReview,

            @Schema(description = "What the practice has looked at again")
            long confirmed) {}
}
