package io.consentry.filing.recallitems;

import io.consentry.filing.item.RecallOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a practice found when it looked at recalled items again. */
record RecallConfirmations(@NotEmpty @Size(max = 100) List<@NotNull @Valid Confirmation> items) {

    /** What it found at one item. */
    @Schema(name = "RecallConfirmation")
    record Confirmation(
            @NotNull @Size(min = 1, max = 128) String id,
            @NotNull RecallOutcome outcome) {}
}
