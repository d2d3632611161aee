package io.consentry.consent.decide;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let another person decide for the practice; only for a holder of a mandate.
 *
 * @param holder subject of the person
 */
@RegisterForReflection
public record GrantMandate(Act act, String holder) implements PracticeCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return act.stream();
    }
}
