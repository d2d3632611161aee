package io.consentry.filing.followworklist;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item came or changed. Holds nothing of the patient: whoever wants more reads the item. */
record WorklistChange(
        String id,

        @Schema(description = "The item's version now") long version) {}
