package io.consentry.consent.pauseswitch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why messages are stopped. */
@Schema(name = "PauseRequest")
record PauseRequest(
        @Schema(
                enumeration = {"clinical-safety", "workload", "governance", "contract", "trial", "other"},
                required = true)
        @Nullable String reason,

        @Schema(maxLength = 280, description = "Free text without patient data; NHS numbers are refused") @Nullable String note) {}
