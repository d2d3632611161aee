package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A person wrote something about the item.
 *
 * @param noteId names the words, which are kept beside the content
 */
@RegisterForReflection
public record NoteAdded(String itemId, String practice, String noteId, Actor by, Instant at) implements ItemEvent {}
