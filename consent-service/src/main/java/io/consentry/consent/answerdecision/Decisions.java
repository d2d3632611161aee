package io.consentry.consent.answerdecision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** The questions that deliverers ask, many at once, and their answers in the same order. */
final class Decisions {

    /** A batch of deliveries; more would only be slower. */
    static final int MOST = 1000;

    private Decisions() {}

    /** May messages of this service pass to this practice? */
    record Question(@NotNull String practice, @NotNull String service) {}

    record Questions(@NotNull @Size(max = MOST) List<@NotNull @Valid Question> questions) {}

    /**
     * An answer and what it rests on.
     *
     * @param outcome {@code opted-in} only where the master switch and the service's are both in;
     *     {@code unknown-practice} where the directory lists no open practice of this code
     * @param position of the event that decided it; 0 where nobody ever did, or could
     * @param at by the log's clock; the answer holds for this time
     */
    @RegisterForReflection
    record Answer(String practice, String service, String outcome, long position, Instant at) {

        static final String UNKNOWN_PRACTICE = "unknown-practice";
    }

    @RegisterForReflection
    record Answers(List<Answer> answers) {}
}
