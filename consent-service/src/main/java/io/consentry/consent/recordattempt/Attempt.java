package io.consentry.consent.recordattempt;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A refused try at a practice's switch, or at those of all.
 *
 * @param act what was tried, a word of a list: see {@link OverrideAttempted}
 * @param practice absent where it was about all practices
 * @param service absent for the master switch
 * @param decision absent where the request named none
 * @param reason why it was refused, a word of a list
 * @param name the actor's, as the token gave it
 */
public record Attempt(
        String act,
        @Nullable String practice,
        @Nullable String service,
        @Nullable Decision decision,
        String reason,
        Actor actor,
        String name) {

    /** A try at the rules that hold for all practices. */
    public static Attempt atTheRules(String act, String reason, Actor actor, String name) {
        return new Attempt(act, null, null, null, reason, actor, name);
    }

    RecordAttempt times(int attempts) {
        return new RecordAttempt(
                OrganisationAttempts.streamOf(actor.ods()), act, practice, service, decision, reason, attempts, actor);
    }
}
