package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Keep this item out of the record.
 *
 * @param noteId names the person's own words, which are kept beside the content
 * @param undoTime for how long the person may undo it
 */
@RegisterForReflection
public record RejectItem(
        @TargetAggregateIdentifier String itemId,
        String practice,
        long seenVersion,
        RejectionReason reason,
        @Nullable String noteId,
        Actor by,
        Instant at,
        Duration undoTime)
        implements ItemCommand {}
