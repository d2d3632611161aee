package io.consentry.gateway.console.followmessages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty to put right a message that reached the wrong practice or names the wrong patient.
 *
 * @param updateRecord id of the message
 * @param reason why the practice rejected it
 * @param action what was done about it, once that was said
 */
@RegisterForReflection
record Correction(
        String id,
        String updateRecord,
        @Nullable String messageId,
        String practice,
        @Nullable String service,
        String reason,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String action,
        boolean overdue) {

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Correction> corrections, @Nullable String next) {}

    public boolean isOpen() {
        return closedAt == null;
    }
}
