package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change was announced. What the announcement says lies beside the event, as its note.
 *
 * @param notice its id
 * @param service key of the service that it announces; absent where it is about something else
 * @param earliestEffect before this nothing of it may happen
 * @param period the notice period that was in force, an ISO-8601 duration
 * @param issuedBy name of the body that announces
 * @param consulted names of the bodies that were asked before
 * @param documentSha256 hex SHA-256 of the full announcement
 */
@RegisterForReflection
public record NoticeIssued(
        String notice,
        @Nullable String service,
        Instant earliestEffect,
        String period,
        String issuedBy,
        List<String> consulted,
        @Nullable String documentSha256,
        Actor actor)
        implements ProgrammeEvent {

    public NoticeIssued {
        consulted = List.copyOf(consulted);
    }

    @Override
    public Map<String, Object> about() {
        Map<String, Object> about = new HashMap<>();
        about.put("notice", notice);
        about.put("earliestEffect", earliestEffect.toString());
        about.put("period", period);
        about.put("issuedBy", issuedBy);
        about.put("consulted", String.join("; ", consulted));
        if (documentSha256 != null) {
            about.put("documentSha256", documentSha256);
        }
        return about;
    }
}
