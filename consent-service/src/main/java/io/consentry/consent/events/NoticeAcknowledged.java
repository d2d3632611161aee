package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * A practice has read a notice. The only event of its stream, one for each notice and practice; it moves no switch.
 *
 * @param notice its id
 * @param practice ODS code
 */
@RegisterForReflection
public record NoticeAcknowledged(String notice, String practice, Actor actor) implements ConsentEvent {

    @Override
    public Map<String, Object> about() {
        return Map.of("notice", notice);
    }
}
