package io.consentry.filing.actonitem;

import io.consentry.filing.item.ItemCommand;
import io.consentry.filing.keepcontent.WrittenNote;
import org.jspecify.annotations.Nullable;

/**
 * A person's act and the words that go with it.
 *
 * @param note the note that the command names
 */
public record Act(ItemCommand command, @Nullable WrittenNote note) {

    /** An act without words. */
    public static Act of(ItemCommand command) {
        return new Act(command, null);
    }
}
