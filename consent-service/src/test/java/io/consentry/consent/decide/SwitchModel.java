package io.consentry.consent.decide;

import io.consentry.consent.events.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a practice's switches must say, in the plainest way: a list of all decisions, searched from end to end. */
final class SwitchModel {

    /** A decision and whether it was taken back. */
    static final class Step {
        final long position;
        final Instant from;
        final Decision decision;
        final String service;
        boolean pause;
        long cancelledBy = Long.MAX_VALUE;

        Step(long position, Instant from, Decision decision, String service) {
            this.position = position;
            this.from = from;
            this.decision = decision;
            this.service = service;
        }
    }

    private final List<Step> steps = new ArrayList<>();

    List<Step> steps() {
        return steps;
    }

    void add(long position, Instant from, Decision decision, String service) {
        steps.add(new Step(position, from, decision, service));
    }

    /** The step in force at a time, by what was known at a position. */
    Optional<Step> inForce(String service, Instant time, long known) {
        return steps.stream()
                .filter(step -> step.service.equals(service))
                .filter(step -> step.position <= known && step.cancelledBy > known)
                .filter(step -> !step.from.isAfter(time))
                .max(Comparator.<Step, Instant>comparing(step -> step.from).thenComparing(step -> step.position));
    }

    Decision decisionAt(String service, Instant time, long known) {
        return inForce(service, time, known).map(step -> step.decision).orElse(Decision.OPTED_OUT);
    }

    boolean isPausedAt(String service, Instant time, long known) {
        return inForce(service, time, known).filter(step -> step.pause).isPresent();
    }

    /** What is decided for exactly this time, if anything is. */
    @Nullable Decision decidedFor(String service, Instant time) {
        return steps.stream()
                .filter(step ->
                        step.service.equals(service) && step.cancelledBy == Long.MAX_VALUE && step.from.equals(time))
                .reduce((earlier, later) -> later)
                .map(step -> step.decision)
                .orElse(null);
    }
}
