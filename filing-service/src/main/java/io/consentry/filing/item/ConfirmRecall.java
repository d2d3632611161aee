package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The practice has looked at this item again, as a recall asked. */
@RegisterForReflection
public record ConfirmRecall(
        @TargetAggregateIdentifier String itemId,
        String practice,
        String recallId,
        RecallOutcome outcome,
        Actor by,
        Instant at) {}
