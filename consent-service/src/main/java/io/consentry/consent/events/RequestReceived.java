package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A letter, call or instruction about a switch or the rules arrived. What it asks lies beside the event, as its note.
 *
 * @param request its id
 * @param practice ODS code, where it is about one practice
 * @param from name of the body that asks, not of a person
 * @param receivedAt when it arrived
 * @param documentSha256 hex SHA-256 of the letter or the record of the call
 */
@RegisterForReflection
public record RequestReceived(
        String request, @Nullable String practice, String from, Instant receivedAt, String documentSha256, Actor actor)
        implements RequestEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of(
                "request", request,
                "from", from,
                "receivedAt", receivedAt.toString(),
                "documentSha256", documentSha256);
    }
}
