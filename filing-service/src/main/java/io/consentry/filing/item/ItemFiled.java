package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person filed the item into the patient's record.
 *
 * @param excluded numbers of the entries left out
 * @param acknowledged numbers of the flags acknowledged
 * @param patientVisible whether the patient may see it online
 * @param heldBackReason one of {@link HeldBackReason}, as a word; absent where the patient may, and in older events
 * @param noteId the note kept beside the content
 * @param at when
 * @param finalFrom until then the person may undo it; from then on others are told
 */
@RegisterForReflection
public record ItemFiled(
        String itemId,
        String practice,
        List<Integer> excluded,
        List<Integer> acknowledged,
        boolean patientVisible,
        @Nullable String heldBackReason,
        @Nullable String noteId,
        Actor by,
        Instant at,
        Instant finalFrom)
        implements ItemEvent {

    public ItemFiled {
        excluded = List.copyOf(excluded);
        acknowledged = List.copyOf(acknowledged);
    }

    /** Filed as sent, or without some entries. */
    public ItemStatus status() {
        return excluded.isEmpty() ? ItemStatus.FILED : ItemStatus.FILED_WITH_CHANGES;
    }
}
