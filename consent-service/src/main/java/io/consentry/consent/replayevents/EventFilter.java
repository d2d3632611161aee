package io.consentry.consent.replayevents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted, and how much of them.
 *
 * @param practice whose switch they are about; absent: any
 * @param from recorded at this time or later; absent: from the first on
 * @param to recorded before this time; absent: to the last
 * @param upTo the last position wanted; absent: to the last
 * @param disclosed whether names and notes are told
 */
public record EventFilter(
        @Nullable String practice,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long upTo,
        boolean disclosed) {

    /** Whether there may be events between two that are wanted. */
    boolean leavesEventsOut() {
        return practice != null || from != null || to != null;
    }

    static EventFilter ofPractice(String practice) {
        return new EventFilter(practice, null, null, null, true);
    }
}
