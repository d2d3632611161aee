package io.consentry.filing.settle;

import io.consentry.filing.item.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A practice's data controller settled how its worklist works.
 *
 * @param undoSeconds for how long a decision can be undone
 * @param bulkFiling whether several items may be filed in one act
 * @param patientVisible whether the patient sees what is filed, where the reviewer says nothing
 * @param fallbackAddress where refused consultations are to be delivered; absent where the practice said nothing
 * @param notesToSenders whether senders read the words beside a rejection; they do where an older event says nothing
 * @param preTicked the kinds of entry that are filed unless a reviewer says otherwise, by service; of others, all are
 */
@RegisterForReflection
public record SettingsChanged(
        String practice,
        long undoSeconds,
        boolean bulkFiling,
        boolean patientVisible,
        @Nullable String fallbackAddress,
        @Nullable Boolean notesToSenders,
        @Nullable Map<String, List<String>> preTicked,
        Actor by,
        Instant at) {

    public SettingsChanged {
        notesToSenders = notesToSenders == null || notesToSenders;
        preTicked = preTicked == null ? Map.of() : preTicked;
    }

    /** Whether it is the same, whoever settled it and when. */
    boolean settlesTheSameAs(SettingsChanged other) {
        return equals(new SettingsChanged(
                other.practice,
                other.undoSeconds,
                other.bulkFiling,
                other.patientVisible,
                other.fallbackAddress,
                other.notesToSenders,
                other.preTicked,
                by,
                at));
    }
}
