package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A person took a decision back while nobody outside had heard of it.
 *
 * @param backTo what the item is again, as a word: {@code pending}, or {@code replaced} or {@code withdrawn} when the
 *     pharmacy sent a newer document, or took this one back, meanwhile
 */
@RegisterForReflection
public record DecisionUndone(String itemId, String practice, String backTo, Actor by, Instant at)
        implements ItemEvent {}
