package io.consentry.consent.decide;

import io.consentry.consent.events.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Move one of the practice's switches; only for a holder of a mandate.
 *
 * @param service key in the catalogue; absent for the master switch
 * @param effectiveFrom absent: at once
 * @param selfEnrolment whether the first data controller of a practice enrols by deciding: only in a sandbox
 */
@RegisterForReflection
public record MoveSwitch(
        Act act,
        @Nullable String service,
        Decision decision,
        String reason,
        @Nullable Instant effectiveFrom,
        boolean selfEnrolment)
        implements PracticeCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return act.stream();
    }
}
