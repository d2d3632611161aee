package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A refused try at a practice's switch.
 *
 * @param service absent for the master switch
 * @param decision absent where the request named none
 * @param reason why it was refused, a word of a list
 * @param name the actor's, as the token gave it
 */
public record Attempt(
        String practice,
        @Nullable String service,
        @Nullable Decision decision,
        String reason,
        Actor actor,
        String name) {

    RecordAttempt times(int attempts) {
        return new RecordAttempt(
                OrganisationAttempts.streamOf(actor.ods()), practice, service, decision, reason, attempts, actor);
    }
}
