package io.consentry.ingest.opencorrection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a sender did to correct.
 *
 * @param takenAt when
 * @param reference by which it can be found at the sender, such as the number of an incident; no word of the patient
 */
@RegisterForReflection
@Schema(name = "CorrectionStatement")
public record Statement(
        @Nullable CorrectiveAction action,
        @Nullable Instant takenAt,
        @Nullable String reference) {}
