package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The pharmacy sent a newer document after somebody had decided about this one. The decision stands.
 *
 * @param newer the item of the newer document
 * @param at when the newer document was received
 */
@RegisterForReflection
public record NewerDocumentReceived(String itemId, String practice, String newer, Instant at) implements ItemEvent {}
