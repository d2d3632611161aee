package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let notices run longer, or shorter once the present period has run.
 *
 * @param stream always {@link ProgrammeCommand#STREAM}
 * @param now by the log's own clock
 * @param firstPeriod the notice period where no rule was ever changed
 */
@RegisterForReflection
public record ChangeNoticePeriod(
        @TargetAggregateIdentifier String stream, Actor actor, Instant now, Duration firstPeriod, Duration period)
        implements ProgrammeCommand {

    @Override
    public String act() {
        return "change-notice-period";
    }
}
