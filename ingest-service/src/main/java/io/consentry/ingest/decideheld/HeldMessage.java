package io.consentry.ingest.decideheld;

import io.consentry.ingest.askconsent.Question;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for a decision.
 *
 * @param sha256 hex hash of its bytes
 * @param replaces the message that it replaces
 * @param suspended whether messages of its sender, or of the system that made it, are not taken now
 */
record HeldMessage(
        UUID id,
        String sender,
        String practice,
        String service,
        String identifierSystem,
        String identifierValue,
        Instant receivedAt,
        boolean urgent,
        int flags,
        String sha256,
        @Nullable String replaces,
        boolean suspended) {

    Question question() {
        return new Question(practice, service);
    }
}
