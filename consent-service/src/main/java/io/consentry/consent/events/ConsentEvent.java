package io.consentry.consent.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a practice's switch, or around it, or that somebody tried to make happen.
 *
 * <p>No event holds a name or a free text. What an auditor sees of it, and what its proof covers, is made from the
 * methods here, so they must say everything that matters.
 */
public sealed interface ConsentEvent
        permits PracticeEvent,
                OverrideAttempted,
                OrganisationEvent,
                ProgrammeEvent,
                NoticeAcknowledged,
                DisclosureErased,
                RequestEvent {

    /** The practice whose switch it is about; absent where it is about no single one. */
    default @Nullable String practice() {
        return null;
    }

    Actor actor();

    /** The service it is about; absent for the practice's master switch. */
    default @Nullable String service() {
        return null;
    }

    /** Where the switch was moved, or was asked to be moved; absent where that is not known. */
    default @Nullable Decision decision() {
        return null;
    }

    /** A word of a list. */
    default @Nullable String reason() {
        return null;
    }

    /** From when on, where that was not at once. */
    default @Nullable Instant effectiveFrom() {
        return null;
    }

    /** What else the proof must cover; numbers and texts by name, empty for most events. */
    default Map<String, Object> about() {
        return Map.of();
    }
}
