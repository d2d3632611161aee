package io.consentry.filing.rejectitem;

import io.consentry.filing.item.RejectionReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why to keep an item out of the record. */
record RejectionRequest(
        @Schema(description = "The sender is told; not-our-patient and wrong-patient oblige them to correct it")
        @NotNull RejectionReason reason,

        @Schema(description = "What was wrong, in words; it is kept with the content") @Nullable @Size(max = 4000) String note) {

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "RejectionRequest[" + reason + "]";
    }
}
