package io.consentry.filing.rejectall;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the pending items. */
record RejectedAll(
        @Schema(description = "How many were rejected") int rejected,

        @Schema(description = "How many somebody else changed in the meantime; they are as that person left them")
        int left,

        @Schema(description = "The services that the practice has opted out of, among those of its pending items")
        Set<String> services) {}
