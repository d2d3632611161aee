package io.consentry.gateway.console.followmessages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A duty to deliver a refused consultation another way, open until proof is given. */
@RegisterForReflection
record Duty(
        String id,
        String practice,
        @Nullable String service,
        @Nullable String messageId,
        @Nullable String channel,
        @Nullable String address,
        String status,
        Instant openedAt,
        @Nullable Instant closedAt,
        boolean overdue) {

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Duty> fallbacks, @Nullable String next) {}

    public boolean isOpen() {
        return status.equals("open");
    }
}
