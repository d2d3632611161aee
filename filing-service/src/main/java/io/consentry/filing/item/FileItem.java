package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * File this item into the patient's record.
 *
 * @param readable whether the person can be shown what they file
 * @param exclude numbers of the entries to leave out
 * @param acknowledge numbers of the flags that the person acknowledges
 * @param patientVisible whether the patient may see it online
 * @param heldBack why not; absent where the patient may
 * @param noteId names the person's own words, which are kept beside the content
 * @param undoTime for how long the person may undo it
 */
@RegisterForReflection
public record FileItem(
        @TargetAggregateIdentifier String itemId,
        String practice,
        long seenVersion,
        boolean readable,
        List<Integer> exclude,
        List<Integer> acknowledge,
        boolean patientVisible,
        @Nullable HeldBackReason heldBack,
        @Nullable String noteId,
        Actor by,
        Instant at,
        Duration undoTime)
        implements ItemCommand {

    public FileItem {
        exclude = exclude.stream().distinct().sorted().toList();
        acknowledge = acknowledge.stream().distinct().sorted().toList();
    }
}
