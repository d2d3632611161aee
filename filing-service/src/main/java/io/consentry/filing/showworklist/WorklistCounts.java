package io.consentry.filing.showworklist;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many items a practice has. */
record WorklistCounts(
        @Schema(description = "Items by status; every status is named", examples = "{\"pending\": 12, \"filed\": 340}")
        Map<String, Long> byStatus,

        @Schema(description = "Pending items that call for a look the same day")
        long urgent,

        @Schema(description = "Pending items with flags") long flagged,

        @Schema(description = "Pending items that nobody in particular was asked to decide about")
        long unassigned) {}
