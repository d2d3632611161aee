package io.consentry.filing.recallitems;

import io.consentry.eventstore.CommandAnswer;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.ActRefused;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.ConfirmRecall;
import io.consentry.filing.recallitems.RecallConfirmations.Confirmation;
import io.consentry.filing.showworklist.ShownVersions;
import io.consentry.filing.telltime.Timestamps;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Confirms recalled items, all of them or none, and waits until the tables show it. Blocks. */
@Singleton
class ConfirmRecalled {

    private static final int ATTEMPTS = 5;
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(5);

    private final EventSourcing events;
    private final ShownVersions shown;
    private final Timestamps time;

    ConfirmRecalled(EventSourcing events, ShownVersions shown, Timestamps time) {
        this.events = events;
        this.shown = shown;
        this.time = time;
    }

    void confirm(String practice, String recallId, List<Confirmation> found, Actor by) {
        for (Map.Entry<String, Long> confirmed :
                versions(practice, recallId, found, by).entrySet()) {
            try (ShownVersions.Watch watch = shown.watch(confirmed.getKey())) {
                if (!watch.shows(confirmed.getValue(), UNTIL_SHOWN).await().indefinitely()) {
                    throw ProblemType.NO_ANSWER_IN_TIME.because("What you confirmed is recorded, but not shown yet.");
                }
            }
        }
    }

    /** Rests on nothing that the person saw, so whoever acts on an item at the same moment is not in the way. */
    private Map<String, Long> versions(String practice, String recallId, List<Confirmation> found, Actor by) {
        // No database takes it, and no item has it.
        if (found.stream().anyMatch(one -> one.id().indexOf('\0') >= 0)) {
            throw notFound();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return events.runInUnitOfWork(() -> confirmTogether(practice, recallId, found, by));
            } catch (ActRefused | AggregateNotFoundException | IncompatibleAggregateException e) {
                // The last where the id is that of something else, such as the recall itself.
                throw notFound();
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw ProblemType.CONFLICTING_CHANGE.because("One of these items is being changed. Try again.");
                }
            }
        }
    }

    private static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.because("The recall did not find one of these items of yours.");
    }

    /** The versions of the items afterwards. One refusal takes all of it back. */
    private Map<String, Long> confirmTogether(String practice, String recallId, List<Confirmation> found, Actor by) {
        List<CommandAnswer<Long>> answers = events.sendTogether(found.stream()
                .map(one -> new ConfirmRecall(one.id(), practice, recallId, one.outcome(), by, time.now()))
                .toList());
        Map<String, Long> versions = new HashMap<>();
        for (int number = 0; number < found.size(); number++) {
            versions.put(found.get(number).id(), answers.get(number).get());
        }
        return versions;
    }
}
