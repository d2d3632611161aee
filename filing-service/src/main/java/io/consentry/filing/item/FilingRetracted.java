package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person took back a filing that others had heard of.
 *
 * @param reason one of {@link RejectionReason}, as a word
 * @param backTo what the item is again, as {@link DecisionUndone} says it
 * @param noteId the note kept beside the content
 */
@RegisterForReflection
public record FilingRetracted(
        String itemId,
        String practice,
        String reason,
        String backTo,
        @Nullable String noteId,
        Actor by,
        Instant at) implements ItemEvent {}
