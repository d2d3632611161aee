package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The sender takes this item's message back: nobody files it any more, unless somebody has already.
 *
 * @param practice ODS code of the practice the message was sent to
 * @param reason why, as a word
 * @param at when the sender asked
 */
@RegisterForReflection
public record WithdrawItem(@TargetAggregateIdentifier String itemId, String practice, String reason, Instant at) {}
