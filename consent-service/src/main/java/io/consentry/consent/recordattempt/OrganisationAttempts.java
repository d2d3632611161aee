package io.consentry.consent.recordattempt;

import io.consentry.consent.events.OverrideAttempted;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What people of one organisation tried with others' switches.
 *
 * <p>A stream of its own: an outsider can neither lengthen the practice's nor change its version.
 */
@RegisterForReflection
class OrganisationAttempts {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String stream;

    OrganisationAttempts() {}

    static String streamOf(String organisation) {
        return "attempts/" + organisation;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAttempt attempt) {
        AggregateLifecycle.apply(new OverrideAttempted(
                attempt.act(),
                attempt.practice(),
                attempt.service(),
                attempt.decision(),
                attempt.reason(),
                attempt.attempts(),
                attempt.actor()));
    }

    @EventSourcingHandler
    void on(OverrideAttempted attempted) {
        stream = streamOf(attempted.actor().ods());
    }
}
