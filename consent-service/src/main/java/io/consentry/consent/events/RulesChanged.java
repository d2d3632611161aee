package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule that binds everybody was changed.
 *
 * @param rule {@code notice-period}, or the name of a safeguard
 * @param was what held when it was decided; absent where no event had said so
 * @param value what holds from then on: an ISO-8601 duration, or a word of {@code reject}, {@code flag}, {@code off}
 * @param effectiveFrom when it takes effect; absent: as soon as it is recorded. A shorter notice period waits out the one
 *     before, and no less if it had to wait before it was recorded.
 */
@RegisterForReflection
public record RulesChanged(
        String rule,
        @Nullable String was,
        String value,
        @Nullable Instant effectiveFrom,
        Actor actor) implements ProgrammeEvent {

    public static final String NOTICE_PERIOD = "notice-period";

    @Override
    public Map<String, Object> about() {
        return was == null ? Map.of("rule", rule, "value", value) : Map.of("rule", rule, "was", was, "value", value);
    }
}
