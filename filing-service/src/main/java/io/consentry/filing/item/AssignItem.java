package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ask somebody to decide about this item.
 *
 * @param to subject of their tokens; absent for nobody in particular
 */
@RegisterForReflection
public record AssignItem(
        @TargetAggregateIdentifier String itemId,
        String practice,
        long seenVersion,
        @Nullable String to,
        Actor by,
        Instant at)
        implements ItemCommand {}
