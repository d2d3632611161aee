package io.consentry.filing.rebuildviews;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One rebuild, and how far it has come. */
@Schema(name = "Rebuild")
record RebuildPage(
        String id,

        @Schema(
                description = "running, finished or failed; until it is finished the old tables answer",
                examples = {"running", "finished", "failed"})
        String status,

        Instant startedAt,

        @Schema(description = "How many events there were when it began")
        long events,

        @Schema(description = "How many events have been told by now")
        long told,

        @Schema(description = "How many rows the events did not bear out; 0 where all was right") @Nullable Long differences,

        @Schema(description = "The class of what went wrong") @Nullable String failedWith,

        @Nullable Instant finishedAt) {}
