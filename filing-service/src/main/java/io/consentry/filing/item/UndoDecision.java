package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the decision about this item back. */
@RegisterForReflection
public record UndoDecision(
        @TargetAggregateIdentifier String itemId, String practice, long seenVersion, Actor by, Instant at)
        implements ItemCommand {}
