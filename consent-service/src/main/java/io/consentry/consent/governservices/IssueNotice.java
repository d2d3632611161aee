package io.consentry.consent.governservices;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Announce a change.
 *
 * @param stream always {@link ProgrammeCommand#STREAM}
 * @param now by the log's own clock
 * @param firstPeriod the notice period where no rule was ever changed
 * @param notice id of the new notice
 * @param service key of the service that it announces, where it does
 */
@RegisterForReflection
public record IssueNotice(
        @TargetAggregateIdentifier String stream,
        Actor actor,
        Instant now,
        Duration firstPeriod,
        String notice,
        @Nullable String service,
        Instant earliestEffect,
        String issuedBy,
        List<String> consulted,
        @Nullable String documentSha256)
        implements ProgrammeCommand {

    public IssueNotice {
        consulted = List.copyOf(consulted);
    }

    @Override
    public String act() {
        return "issue-notice";
    }
}
