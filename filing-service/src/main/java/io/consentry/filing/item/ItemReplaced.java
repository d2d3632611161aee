package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The pharmacy sent a newer document before anybody had decided about this one.
 *
 * @param replacedBy the item of the newer document
 * @param at when the newer document was received
 */
@RegisterForReflection
public record ItemReplaced(String itemId, String practice, String replacedBy, Instant at) implements ItemEvent {}
