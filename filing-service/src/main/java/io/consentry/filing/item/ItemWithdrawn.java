package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The pharmacy took its message back before anybody had decided about it.
 *
 * @param reason why, as a word
 * @param at when the pharmacy asked
 */
@RegisterForReflection
public record ItemWithdrawn(String itemId, String practice, String reason, Instant at) implements ItemEvent {}
