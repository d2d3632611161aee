package io.consentry.filing.retractfiling;

import io.consentry.filing.item.RejectionReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why to take a filing back. */
record Retraction(
        @Schema(description = "The sender is told") @NotNull RejectionReason reason,

        @Schema(description = "For your colleagues; it is kept with the content") @Nullable @Size(max = 4000) String note) {

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "Retraction[" + reason + "]";
    }
}
