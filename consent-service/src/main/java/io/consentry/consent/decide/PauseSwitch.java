package io.consentry.consent.decide;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opt the practice out at once; for anybody who works there.
 *
 * @param reason a word of the list
 */
@RegisterForReflection
public record PauseSwitch(Act act, String reason) implements PracticeCommand {

    @Override
    @TargetAggregateIdentifier
    public String stream() {
        return act.stream();
    }
}
