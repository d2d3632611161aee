package io.consentry.filing.rejectall;

import io.consentry.filing.item.RejectionReason;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which pending items to reject, and why. */
record RejectAllRequest(
        @Schema(description = "Only items received before: the time of the opt-out, or now") @NotNull Instant receivedBefore,

        @Schema(description = "Each sender is told, once the time to undo has passed") @NotNull RejectionReason reason) {}
