package io.consentry.filing.filemany;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which items to file, each as the practice has settled. */
record FilingsRequest(@NotEmpty @Size(max = 100) List<@NotNull @Valid Seen> items) {

    /** An item and the version that the reviewer saw. */
    record Seen(
            @NotNull String id,

            @Schema(description = "As the item's ETag says, without quotes") @NotNull Long version) {}
}
