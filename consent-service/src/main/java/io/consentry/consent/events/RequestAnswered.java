package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request was answered; it moves no switch. Why lies beside the event, as its note.
 *
 * @param request its id
 * @param practice ODS code, where it is about one practice
 * @param answer a word of {@code accepted}, {@code declined}
 */
@RegisterForReflection
public record RequestAnswered(String request, @Nullable String practice, String answer, Actor actor)
        implements RequestEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("request", request, "answer", answer);
    }
}
