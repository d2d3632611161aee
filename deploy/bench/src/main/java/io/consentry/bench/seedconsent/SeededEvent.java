package io.consentry.bench.seedconsent;

import io.consentry.consent.events.Actor;
import io.consentry.consent.events.ConsentEvent;
import io.consentry.consent.events.MandateGranted;
import io.consentry.consent.events.OrganisationListed;
import io.consentry.consent.events.PracticeOptedIn;
import io.consentry.consent.events.PracticeOptedOut;
import io.consentry.consent.events.ServiceOptedIn;
import io.consentry.consent.events.ServiceOptedOut;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.Leaf;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the service would have made it.
 *
 * @param aggregate what the stream is the history of
 * @param sequence its number in the stream, from 0
 */
record SeededEvent(
        String id,
        String aggregate,
        String stream,
        long sequence,
        ConsentEvent event,
        Disclosure disclosure,
        String requestId) {

    private static final List<String> SERVICES = List.of("pharmacy-first", "blood-pressure-check", "contraception");
    private static final List<String> REASONS =
            List.of("clinical-safety", "workload", "governance", "contract", "trial");
    private static final int MOVES = 2 * (1 + SERVICES.size());
    private static final int SCHEDULED_EVERY = 25;

    /** The next event about a practice: listed, given a mandate, then all switches in, all out, and in again. */
    static SeededEvent of(int practiceNumber, int number, Instant muchLater) {
        String practice = practice(practiceNumber);
        if (number == 0) {
            Actor operator = new Actor("operator-at-X26", "operator", "X26");
            ConsentEvent listed =
                    new OrganisationListed(practice, "Surgery " + practice, "practice", "operator", operator);
            return of("Organisation", "organisation/" + practice, 0, listed, "operator at X26", null);
        }
        String holder = "data-controller-at-" + practice;
        Actor actor = new Actor(holder, "data-controller", practice);
        ConsentEvent event = number == 1
                ? new MandateGranted(practice, holder, "self-enrolment", null, actor)
                : move(practice, number - 2, actor, number % SCHEDULED_EVERY == 0 ? muchLater : null);
        String note = number % 10 == 0 ? "Agreed at the partners' meeting" : null;
        return of("PracticeConsent", "consent/" + practice, number - 1, event, "data-controller at " + practice, note);
    }

    private static SeededEvent of(
            String aggregate, String stream, long sequence, ConsentEvent event, String name, @Nullable String note) {
        return new SeededEvent(
                UUID.randomUUID().toString(),
                aggregate,
                stream,
                sequence,
                event,
                Disclosure.of(name, note),
                UUID.randomUUID().toString());
    }

    static String practice(int number) {
        return String.format(Locale.ROOT, "S%05d", number);
    }

    private static ConsentEvent move(String practice, int number, Actor actor, @Nullable Instant from) {
        int step = number % MOVES;
        int which = step % (1 + SERVICES.size());
        boolean in = step == which;
        String reason = REASONS.get(number % REASONS.size());
        if (which == 0) {
            return in
                    ? new PracticeOptedIn(practice, reason, from, actor)
                    : new PracticeOptedOut(practice, reason, from, actor);
        }
        String service = SERVICES.get(which - 1);
        return in
                ? new ServiceOptedIn(practice, service, reason, from, actor)
                : new ServiceOptedOut(practice, service, reason, from, actor);
    }

    String name() {
        return event.getClass().getSimpleName();
    }

    String leaf() {
        return Leaf.withoutPlaceAndTime(id, name(), "1", event, requestId, disclosure.commitment());
    }
}
