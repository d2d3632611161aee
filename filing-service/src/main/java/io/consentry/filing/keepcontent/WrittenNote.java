package io.consentry.filing.keepcontent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote about an item. The words never reach an event: events name the note by its id.
 *
 * @param id of the note
 */
public record WrittenNote(String id, String text) {

    /** The note with an id of its own; absent where nothing was written. */
    public static @Nullable WrittenNote ofNullable(@Nullable String text) {
        return text == null || text.isBlank() ? null : of(text);
    }

    /** The note with an id of its own. */
    public static WrittenNote of(String text) {
        return new WrittenNote(UUID.randomUUID().toString(), text);
    }

    /** The id by which an event names the note; absent where nothing was written. */
    public static @Nullable String idOf(@Nullable WrittenNote note) {
        return note == null ? null : note.id();
    }

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "WrittenNote[" + id + "]";
    }
}
