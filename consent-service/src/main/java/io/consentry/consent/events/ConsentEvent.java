package io.consentry.consent.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a practice's switch, or that somebody tried to make happen.
 *
 * <p>No event holds a name or a free text. What an auditor sees of it, and what its proof covers, is made from the
 * methods here, so they must say everything that matters.
 */
public sealed interface ConsentEvent permits SwitchMoved, OverrideAttempted {

    /** The practice whose switch it is about. */
    String practice();

    Actor actor();

    /** The service it is about; absent for the practice's master switch. */
    @Nullable String service();

    /** Where the switch was moved, or was asked to be moved; absent where that is not known. */
    @Nullable Decision decision();

    /** A word of a list. */
    @Nullable String reason();

    /** From when on, where that was not at once. */
    @Nullable Instant effectiveFrom();

    /** What else the proof must cover; numbers and texts by name, empty for most events. */
    default Map<String, Object> about() {
        return Map.of();
    }
}
