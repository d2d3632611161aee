package io.consentry.filing.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Every item of the whole history was held against the recall.
 *
 * @param found how many items it found
 */
@RegisterForReflection
public record RecallFinished(String recallId, long found, Instant at) {}
