package io.consentry.filing.exportfiled;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the clinical system has come. */
record ImportedUpTo(
        @Schema(description = "Every filing up to this position is in the clinical system") @NotNull @PositiveOrZero Long upTo) {}
