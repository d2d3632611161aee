package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person kept the item out of the record.
 *
 * @param reason one of {@link RejectionReason}, as a word
 * @param noteId the note kept beside the content
 * @param at when
 * @param finalFrom until then the person may undo it; from then on the sender is told
 */
@RegisterForReflection
public record ItemRejected(
        String itemId,
        String practice,
        String reason,
        @Nullable String noteId,
        Actor by,
        Instant at,
        Instant finalFrom) implements ItemEvent {}
