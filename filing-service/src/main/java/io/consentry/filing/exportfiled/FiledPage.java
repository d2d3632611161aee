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

    /** One filing. */
    record Filed(
            @Schema(description = "Gapless within the practice, from 1")
            long position,

            String itemId,
            Instant filedAt,

            @Schema(description = "Whether entries were left out")
            boolean withChanges,

            @Schema(description = "Where the filed document is", examples = "/practices/Z00001/items/0190/filed")
            String document) {

        static Filed of(FiledEntry entry) {
            return new Filed(
                    entry.id.position(),
                    entry.itemId,
                    entry.filedAt,
                    entry.withChanges,
                    "/practices/" + entry.id.practice() + "/items/" + entry.itemId + "/filed");
        }
    }
}
