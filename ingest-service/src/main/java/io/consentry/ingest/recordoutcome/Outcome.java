package io.consentry.ingest.recordoutcome;

import io.consentry.events.FilingEvent;
import io.consentry.events.FilingRetracted;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemReplaced;
import io.consentry.events.ItemWithdrawn;
import io.consentry.ingest.keepmessage.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a message goes from here, for its sender to see. */
record Outcome(
        UUID message,
        String practice,
        MessageStatus status,
        Instant at,
        @Nullable String reason) {

    /**
     * What an event of the filing service means for the message.
     *
     * @throws IllegalArgumentException for an event that moves no message
     */
    static Outcome of(FilingEvent event) {
        if (event instanceof ItemFiled filed) {
            return of(filed, filed.withChanges() ? MessageStatus.FILED_WITH_CHANGES : MessageStatus.FILED, null);
        } else if (event instanceof ItemRejected rejected) {
            return of(rejected, MessageStatus.REJECTED, rejected.reason());
        } else if (event instanceof ItemReplaced) {
            return of(event, MessageStatus.REPLACED, null);
        } else if (event instanceof ItemWithdrawn) {
            return of(event, MessageStatus.WITHDRAWN, null);
        } else if (event instanceof FilingRetracted retracted) {
            return of(retracted, MessageStatus.PENDING, retracted.reason());
        }
        throw new IllegalArgumentException(event.getClass().getSimpleName() + " moves no message");
    }

    private static Outcome of(FilingEvent event, MessageStatus status, @Nullable String reason) {
        return new Outcome(UUID.fromString(event.messageId()), event.practice(), status, event.at(), reason);
    }

    /** Who brought it about, as the sender may know: the practice, or nobody there. */
    @Nullable String byWhom() {
        return status == MessageStatus.WITHDRAWN || status == MessageStatus.REPLACED ? null : practice;
    }
}
