package io.consentry.gateway.console.followmessages;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that the pharmacy sent, as the suite tells of it; nothing of its content is shown here. */
@RegisterForReflection
record Sent(
        String id,
        @Nullable String messageId,
        String practice,
        @Nullable String service,
        @Nullable Instant receivedAt,
        String status,
        @Nullable List<Step> timeline) {

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Sent> messages, @Nullable String next) {}

    /** Something that became of it. */
    @RegisterForReflection
    record Step(
            String status,
            Instant at,
            @Nullable String by,
            @Nullable String reason) {}
}
