package io.consentry.filing.showworklist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the worklist. */
public record WorklistPage(
        List<WorklistRow> items,

        @Schema(description = "Give it as next to get what follows; absent on the last page") @Nullable String next) {}
