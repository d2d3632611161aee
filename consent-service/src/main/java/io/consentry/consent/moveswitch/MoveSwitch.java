package io.consentry.consent.moveswitch;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Move one of a practice's switches.
 *
 * @param stream of the practice; see {@link PracticeConsent#streamOf}
 * @param service key in the catalogue; absent for the master switch
 * @param effectiveFrom absent: at once
 * @param now by the log's own clock
 * @param expectedVersion what the caller saw last, if it said so
 */
@RegisterForReflection
record MoveSwitch(
        @TargetAggregateIdentifier String stream,
        String practice,
        @Nullable String service,
        Decision decision,
        String reason,
        @Nullable Instant effectiveFrom,
        Actor actor,
        Instant now,
        @Nullable Long expectedVersion) {}
