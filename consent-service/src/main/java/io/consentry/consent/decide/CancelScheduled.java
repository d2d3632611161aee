package io.consentry.consent.decide;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Take back a decision that has not taken effect; only for a holder of a mandate.
 *
 * @param decisionId id of the event that decided it
 */
@RegisterForReflection
public record CancelScheduled(Act act, String decisionId) implements PracticeCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return act.stream();
    }
}
