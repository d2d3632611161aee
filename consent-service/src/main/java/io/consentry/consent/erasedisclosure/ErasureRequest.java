package io.consentry.consent.erasedisclosure;

import io.consentry.web.problem.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be erased, and why. */
@Schema(name = "ErasureRequest")
record ErasureRequest(
        @Schema(required = true, description = "Of the event whose name and note shall go") @Nullable Long position,

        @Schema(
                required = true,
                enumeration = {"erasure-request", "court-order", "written-in-error"})
        @Nullable String basis,

        @Schema(required = true, pattern = "[0-9a-f]{64}", description = "SHA-256 of the document that asks for it")
        @Nullable String documentSha256) {

    private static final List<String> BASES = List.of("erasure-request", "court-order", "written-in-error");

    long checkedPosition() {
        if (position == null) {
            throw ProblemType.INVALID_RECORD.because("position must be given.");
        }
        return position;
    }

    String checkedBasis() {
        if (basis == null || !BASES.contains(basis)) {
            throw ProblemType.INVALID_RECORD.because("basis must be one of " + String.join(", ", BASES) + ".");
        }
        return basis;
    }
}
