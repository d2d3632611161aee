package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A recall found this item, whatever state it is in.
 *
 * @param practice ODS code of the practice it was sent to
 * @param entries numbers of the entries whose codes match
 * @param by the operator who opened the recall
 */
@RegisterForReflection
public record RecallItem(
        @TargetAggregateIdentifier String itemId,
        String practice,
        String recallId,
        List<Integer> entries,
        Actor by,
        Instant at) {}
