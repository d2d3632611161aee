package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take back a filing that others have heard of: the clinical system shall take it out of the record again.
 *
 * @param noteId names the person's own words, which are kept beside the content
 */
@RegisterForReflection
public record RetractFiling(
        @TargetAggregateIdentifier String itemId,
        String practice,
        long seenVersion,
        RejectionReason reason,
        @Nullable String noteId,
        Actor by,
        Instant at)
        implements ItemCommand {}
