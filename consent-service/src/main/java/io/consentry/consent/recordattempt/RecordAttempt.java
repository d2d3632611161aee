package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Keep what somebody tried.
 *
 * @param stream of the actor's organisation; see {@link OrganisationAttempts#streamOf}
 */
@RegisterForReflection
record RecordAttempt(
        @TargetAggregateIdentifier String stream,
        String act,
        @Nullable String practice,
        @Nullable String service,
        @Nullable Decision decision,
        String reason,
        int attempts,
        Actor actor) {}
