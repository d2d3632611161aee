package io.consentry.gateway.console.correspond;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody outside a practice asked about a switch or the rules.
 *
 * @param practice absent where it is about all of them
 */
@RegisterForReflection
record Asked(
        String id,
        @Nullable String practice,
        String from,
        String what,
        Instant receivedAt,
        @Nullable String documentSha256,
        long position,
        @Nullable Answer answer) {

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Asked> requests, @Nullable String next) {}

    /** What was answered. */
    @RegisterForReflection
    record Answer(String answer, String reason, Instant answeredAt, long position) {

        public boolean accepted() {
            return answer.equals("accepted");
        }
    }
}
