package io.consentry.consent.decide;

import io.consentry.consent.events.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was decided for one switch: each decision with the time from which it is in force.
 *
 * <p>In force at a time is the decision with the greatest {@code from} up to then; of equal ones, the one decided
 * later. Before the first, a switch is opted out.
 *
 * @param steps in the order in which they were decided, without those that were cancelled
 */
@RegisterForReflection
record SwitchTimeline(List<Step> steps) {

    static final SwitchTimeline UNDECIDED = new SwitchTimeline(List.of());

    Decision inForceAt(Instant time) {
        return stepAt(time).map(Step::decision).orElse(Decision.OPTED_OUT);
    }

    /** Whether what is in force is a pause, which anybody can make and which holds until somebody decides. */
    boolean isPausedAt(Instant time) {
        return stepAt(time).filter(Step::pause).isPresent();
    }

    private Optional<Step> stepAt(Instant time) {
        return steps.stream()
                .filter(step -> !step.from().isAfter(time))
                .reduce((earlier, later) -> later.from().isBefore(earlier.from()) ? earlier : later);
    }

    /** Whether this is what is decided for exactly that time. */
    boolean hasStepAt(Instant from, Decision decision) {
        return steps.stream()
                .filter(step -> step.from().equals(from))
                .reduce((earlier, later) -> later)
                .filter(step -> step.decision() == decision)
                .isPresent();
    }

    Optional<Step> step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    SwitchTimeline with(Step step) {
        return new SwitchTimeline(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    SwitchTimeline without(String id) {
        return new SwitchTimeline(
                steps.stream().filter(step -> !step.id().equals(id)).toList());
    }

    /**
     * A decision on the time line.
     *
     * @param id of the event
     * @param pause whether it needed no mandate
     */
    @RegisterForReflection
    record Step(String id, Instant from, Decision decision, boolean pause) {}
}
