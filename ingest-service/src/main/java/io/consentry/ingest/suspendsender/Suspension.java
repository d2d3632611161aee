package io.consentry.ingest.suspendsender;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Messages of one sender, or of one system, are not taken, or were not taken for a time.
 *
 * @param suspendedBy the operator, as their token named them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SenderSuspension")
public record Suspension(
        UUID id,

        @Schema(description = "ODS code of the sender", examples = "FQW30") @Nullable String pharmacy,

        @Schema(
                description = "The system as its messages name it: software, software with version, or endpoint",
                examples = "Dispensary Desk 4.2")
        @Nullable String system,

        String reason,
        Instant suspendedAt,
        String suspendedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy) {}
