package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The pharmacy took its message back after somebody had decided about it. The decision stands until a person at the
 * practice acts on it.
 *
 * @param reason why, as a word
 * @param at when the pharmacy asked
 */
@RegisterForReflection
public record WithdrawalAsked(String itemId, String practice, String reason, Instant at) implements ItemEvent {}
