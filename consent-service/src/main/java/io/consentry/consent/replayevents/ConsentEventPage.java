package io.consentry.consent.replayevents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a page, for the API's description: events are sent as they were stored, not made from this. */
@Schema(name = "ConsentEventPage")
record ConsentEventPage(
        List<Event> events,

        @Schema(description = "To go on with; absent on the last page") @Nullable String next) {

    @Schema(
            name = "ConsentEvent",
            description = "All members but disclosed and leafHash, as canonical JSON (RFC 8785), are the leaf that"
                    + " leafHash proves: SHA-256 of a zero byte and the leaf's bytes.")
    record Event(
            @Schema(description = "Gapless: 1, 2, 3") long position,
            String id,

            @Schema(examples = {"PracticeOptedOut", "OverrideAttempted"})
            String type,

            @Schema(description = "Revision of the event's shape")
            int version,

            @Nullable String practice,
            @Nullable String service,

            @Schema(enumeration = {"opted-in", "opted-out"}) @Nullable String decision,

            @Schema(description = "Clock of the log, microseconds, strictly increasing")
            Instant recordedAt,

            @Nullable Instant effectiveFrom,
            Actor actor,
            @Nullable String reason,

            @Schema(description = "What else the event says, by name") @Nullable Map<String, Object> about,

            String requestId,

            @Schema(description = "Hex SHA-256 of the canonical JSON of disclosed")
            String commitment,

            @Nullable Disclosed disclosed,
            String leafHash) {}

    @Schema(name = "ConsentActor")
    record Actor(String id, String role, String ods) {}

    @Schema(name = "Disclosed", description = "Absent after a lawful erasure; the log still verifies")
    record Disclosed(String name, @Nullable String note, String salt) {}
}
