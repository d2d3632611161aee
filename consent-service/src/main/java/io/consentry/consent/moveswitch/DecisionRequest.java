package io.consentry.consent.moveswitch;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a data controller asks for. */
@Schema(name = "DecisionRequest")
record DecisionRequest(
        @Schema(
                enumeration = {"opted-in", "opted-out"},
                required = true)
        @Nullable String decision,

        @Schema(
                enumeration = {"clinical-safety", "workload", "governance", "contract", "trial", "other"},
                required = true)
        @Nullable String reason,

        @Schema(maxLength = 280, description = "Free text without patient data; NHS numbers are refused") @Nullable String note,

        @Schema(description = "From when on; absent: at once. Never in the past.") @Nullable Instant effectiveFrom) {}
