package io.consentry.consent.events;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody who works at the practice, with or without a mandate, opted it out at once.
 *
 * @param practice ODS code
 * @param reason a word of the same list as for opting out
 */
@RegisterForReflection
public record PracticePaused(String practice, String reason, Actor actor) implements SwitchMoved {

    @Override
    public Decision decision() {
        return Decision.OPTED_OUT;
    }
}
