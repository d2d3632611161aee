package io.consentry.ingest.keepmessage;

import io.consentry.events.MessageAccepted;
import io.consentry.ingest.askconsent.Decision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be kept, and what it rests on.
 *
 * @param decision that lets it in; absent where consent cannot be asked now, so that the message is held
 */
record Keeping(NewMessage message, @Nullable Decision decision) {

    private static final String NOT_REACHABLE = "consent-not-reachable";

    MessageStatus status() {
        return decision == null ? MessageStatus.HELD : MessageStatus.PENDING;
    }

    @Nullable String reason() {
        return decision == null ? NOT_REACHABLE : null;
    }

    /** What filing is told, unless the message is held. */
    MessageAccepted announcement() {
        return new MessageAccepted(
                message.id().toString(),
                message.practice(),
                message.key().sender(),
                message.service(),
                message.receivedAt(),
                decision == null ? 0 : decision.position(),
                message.urgent(),
                message.flags(),
                message.sha256(),
                message.replaces() == null ? null : Objects.toString(message.replaces()));
    }
}
