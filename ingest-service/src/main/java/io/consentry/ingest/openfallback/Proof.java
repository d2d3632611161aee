package io.consentry.ingest.openfallback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a consultation was delivered another way.
 *
 * @param channel how it was sent, such as {@code nhsmail-pdf}
 * @param sentAt when
 * @param reference by which the other side can find it; no word of the patient
 */
@RegisterForReflection
@Schema(name = "FallbackProof")
public record Proof(
        @Nullable String channel,
        @Nullable Instant sentAt,
        @Nullable String reference) {}
