package io.consentry.consent.decide;

import io.consentry.consent.events.Actor;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every command to a practice's stream says: for which practice, by whom, when, and resting on what.
 *
 * @param practice ODS code
 * @param now by the log's own clock
 * @param expectedVersion what the caller saw last, if it said so
 */
@RegisterForReflection
public record Act(
        String practice, Actor actor, Instant now, @Nullable Long expectedVersion) {

    /** The stream of the practice's decisions. */
    String stream() {
        return "consent/" + practice;
    }
}
