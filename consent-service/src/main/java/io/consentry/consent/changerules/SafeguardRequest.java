package io.consentry.consent.changerules;

import io.consentry.web.problem.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a safeguard shall do. */
@Schema(name = "SafeguardRequest")
record SafeguardRequest(
        @Schema(
                required = true,
                enumeration = {"reject", "flag", "off"})
        @Nullable String mode,

        @Schema(maxLength = 280, description = "Why; no patient data") @Nullable String note) {

    private static final List<String> MODES = List.of("reject", "flag", "off");

    String checkedMode() {
        if (mode == null || !MODES.contains(mode)) {
            throw ProblemType.INVALID_RECORD.because("mode must be one of " + String.join(", ", MODES) + ".");
        }
        return mode;
    }
}
