package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a safeguard refuse, flag, or say nothing.
 *
 * @param stream always {@link ProgrammeCommand#STREAM}
 * @param safeguard its name
 * @param mode a word of {@code reject}, {@code flag}, {@code off}
 */
@RegisterForReflection
public record ChangeSafeguard(@TargetAggregateIdentifier String stream, Actor actor, String safeguard, String mode)
        implements ProgrammeCommand {

    @Override
    public String act() {
        return "change-safeguard";
    }
}
