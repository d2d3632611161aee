package io.consentry.gateway.console.correspond;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An announcement of a coming change.
 *
 * @param period the notice period in force when it was issued, as an ISO-8601 duration
 * @param acknowledged whether the reader's own practice has read it
 */
@RegisterForReflection
record Notice(
        String id,
        String text,
        @Nullable String service,
        Instant earliestEffect,
        @Nullable String period,
        String issuedBy,
        @Nullable List<String> consulted,
        Instant issuedAt,
        long position,
        long acknowledgements,
        boolean acknowledged) {

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Notice> notices, @Nullable String next) {}

    public List<String> asked() {
        return consulted == null ? List.of() : consulted;
    }
}
