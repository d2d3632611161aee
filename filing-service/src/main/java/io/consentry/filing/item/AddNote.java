package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Keep a person's words with this item.
 *
 * @param noteId names the words, which are kept beside the content
 */
@RegisterForReflection
public record AddNote(
        @TargetAggregateIdentifier String itemId,
        String practice,
        long seenVersion,
        String noteId,
        Actor by,
        Instant at)
        implements ItemCommand {}
