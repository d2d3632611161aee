package io.consentry.filing.exportfiled;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of a practice's feed. */
record FiledPage(
        List<Filed> filed,

        @Schema(description = "Give it as after to get what follows; the value that was given when nothing follows yet")
        long next,

        @Schema(description = "The position up to which the clinical system has said it imported") @Nullable Long importedUpTo) {

    /** One filing, or the end of one. */
    record Filed(
            @Schema(description = "Gapless within the practice, from 1")
            long position,

            @Schema(
                    description = "filed; or retracted: what was imported for this item is to be taken out again",
                    examples = {"filed", "retracted"})
            String what,

            String itemId,

            @Schema(description = "When a person filed it, or retracted it")
            Instant at,

            @Schema(description = "Whether entries were left out")
            boolean withChanges,

            @Schema(
                    description = "Where the document filed now is; absent for a retraction",
                    examples = "/practices/Z00001/items/0190/filed")
            @Nullable String document) {

        static Filed of(FiledEntry entry) {
            boolean filed = entry.what.equals(FiledEntry.FILED);
            return new Filed(
                    entry.id.position(),
                    entry.what,
                    entry.itemId,
                    entry.filedAt,
                    entry.withChanges,
                    filed ? "/practices/" + entry.id.practice() + "/items/" + entry.itemId + "/filed" : null);
        }
    }
}
