package io.consentry.gateway.console.runsuite;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the suite is, as its parts tell. */
final class State {

    private State() {}

    /** Every part. */
    @RegisterForReflection
    record Health(String status, List<Part> checks) {}

    /** One part. */
    @RegisterForReflection
    record Part(String name, String status) {

        public boolean up() {
            return status.equals("UP");
        }
    }

    /**
     * Events that could not be applied and were put aside.
     *
     * @param next where there are more than these
     */
    @RegisterForReflection
    record DeadLetters(
            List<DeadLetter> deadLetters, @Nullable String next) {}

    /** One of them. */
    @RegisterForReflection
    record DeadLetter(
            String id,
            String where,
            @Nullable String itemId,
            @Nullable String event,
            @Nullable String cause,
            @Nullable Instant since,
            long waiting) {}

    /** Pharmacies that did not deliver another way in time. */
    @RegisterForReflection
    record Overdue(List<OverdueSender> senders) {}

    /** One of them. */
    @RegisterForReflection
    record OverdueSender(String pharmacy, long overdue, Instant oldest) {}

    /** Senders whose messages are not taken, now or once. */
    @RegisterForReflection
    record Suspensions(List<Suspension> suspensions) {}

    /** One of them: of a pharmacy, of a system, or of a system at a pharmacy. */
    @RegisterForReflection
    record Suspension(
            String id,
            @Nullable String pharmacy,
            @Nullable String system,
            String reason,
            Instant suspendedAt,
            @Nullable Instant liftedAt) {}
}
