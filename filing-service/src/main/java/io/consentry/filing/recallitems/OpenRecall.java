package io.consentry.filing.recallitems;

import io.consentry.filing.item.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Look for every item that matches. */
@RegisterForReflection
record OpenRecall(
        @TargetAggregateIdentifier String recallId, RecallCriteria criteria, String reason, Actor by, Instant at) {}
