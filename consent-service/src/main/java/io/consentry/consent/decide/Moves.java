package io.consentry.consent.decide;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.Decision;
import io.consentry.consent.events.PracticeOptedIn;
import io.consentry.consent.events.PracticeOptedOut;
import io.consentry.consent.events.ServiceOptedIn;
import io.consentry.consent.events.ServiceOptedOut;
import io.consentry.consent.events.SwitchMoved;
import java.time.Instant;

/** Which event says that a switch was moved. */
final class Moves {

    private Moves() {}

    static SwitchMoved of(MoveSwitch command) {
        boolean in = command.decision() == Decision.OPTED_IN;
        String practice = command.act().practice();
        String service = command.service();
        String reason = command.reason();
        Instant from = command.effectiveFrom();
        Actor actor = command.act().actor();
        if (service == null) {
            return in
                    ? new PracticeOptedIn(practice, reason, from, actor)
                    : new PracticeOptedOut(practice, reason, from, actor);
        }
        return in
                ? new ServiceOptedIn(practice, service, reason, from, actor)
                : new ServiceOptedOut(practice, service, reason, from, actor);
    }
}
