package io.consentry.ingest.decideheld;

import io.consentry.ingest.askconsent.Question;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that waits for a decision.
 *
 * @param sha256 hex hash of its bytes
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
        String sha256) {

    Question question() {
        return new Question(practice, service);
    }
}
