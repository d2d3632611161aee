package io.consentry.gateway.console.moveswitch;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a practice's switches, as the history keeps it.
 *
 * @param disclosed name and note, until they are erased
 */
@RegisterForReflection
public record Happened(
        long position,
        @Nullable String id,
        String type,
        @Nullable String practice,
        @Nullable String service,
        @Nullable String decision,
        Instant recordedAt,
        @Nullable Instant effectiveFrom,
        @Nullable Actor actor,
        @Nullable String reason,
        @Nullable JsonNode about,
        @Nullable Disclosed disclosed,
        @Nullable String leafHash) {

    private static final String ATTEMPT = "OverrideAttempted";

    /** Who did it. */
    @RegisterForReflection
    public record Actor(String id, String role, String ods) {}

    /** What can be erased without touching the event. */
    @RegisterForReflection
    public record Disclosed(@Nullable String name, @Nullable String note) {}

    /** A page of them. */
    @RegisterForReflection
    public record Page(List<Happened> events, @Nullable String next) {}

    /** Who did it, as somebody would say it. */
    public String who() {
        if (disclosed != null && disclosed.name() != null) {
            return disclosed.name();
        }
        return actor == null ? "nobody in particular" : actor.role() + " at " + actor.ods();
    }

    public @Nullable String note() {
        return disclosed == null ? null : disclosed.note();
    }

    /** Since when it holds: since it was said, unless it was said for later. */
    public Instant inForceFrom() {
        return effectiveFrom == null ? recordedAt : effectiveFrom;
    }

    public boolean isAttempt() {
        return type.equals(ATTEMPT);
    }

    /** Whether it was decided for a later time than it was said. */
    public boolean isPlannedAhead() {
        return effectiveFrom != null && effectiveFrom.isAfter(recordedAt);
    }
}
