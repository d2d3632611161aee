package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A person at the practice looked at the item again, as a recall asked.
 *
 * @param outcome one of {@link RecallOutcome}, as a word
 */
@RegisterForReflection
public record RecallConfirmed(String itemId, String practice, String recallId, String outcome, Actor by, Instant at)
        implements ItemEvent {}
