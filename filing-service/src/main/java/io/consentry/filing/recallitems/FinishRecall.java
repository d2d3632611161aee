package io.consentry.filing.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every matching item was found. */
@RegisterForReflection
record FinishRecall(@TargetAggregateIdentifier String recallId, long found, Instant at) {}
