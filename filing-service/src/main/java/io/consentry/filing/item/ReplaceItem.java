package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A newer document of the same sender takes this item's place, unless somebody has decided about it already.
 *
 * @param practice ODS code of the practice the newer document was sent to
 * @param replacedBy the newer item
 * @param at when the newer document was received
 */
@RegisterForReflection
public record ReplaceItem(@TargetAggregateIdentifier String itemId, String practice, String replacedBy, Instant at) {}
