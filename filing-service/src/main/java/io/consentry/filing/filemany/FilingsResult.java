package io.consentry.filing.filemany;

import io.consentry.filing.item.ItemStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of each item, in the order asked. */
record FilingsResult(List<Result> results) {

    /** What became of one. */
    record Result(
            String id,

            @Schema(description = "The item's status where it is filed now") @Nullable ItemStatus status,

            @Schema(description = "The item's version where it is filed now") @Nullable Long version,

            @Schema(description = "Why not, as the last part of a problem's type", examples = "filed-on-its-own")
            @Nullable String problem,

            @Schema(description = "Why not, in words") @Nullable String detail) {}
}
