package io.consentry.consent.decide;

import io.consentry.consent.decide.SwitchTimeline.Step;
import io.consentry.consent.events.Decision;
import io.consentry.consent.events.MandateEvent;
import io.consentry.consent.events.MandateGranted;
import io.consentry.consent.events.MandateWithdrawn;
import io.consentry.consent.events.PracticeEvent;
import io.consentry.consent.events.PracticePaused;
import io.consentry.consent.events.ScheduledDecisionCancelled;
import io.consentry.consent.events.SwitchMoved;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One practice: its master switch and one for each service, opted out until the practice says otherwise, and who may
 * say so.
 *
 * <p>Its version is the number of its events, and counts for all of its switches together.
 */
@RegisterForReflection
class PracticeConsent {

    /** Name of the master switch among the services', which are never empty. */
    private static final String MASTER = "";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String stream;

    private long version;
    private Instant lastMoved = Instant.EPOCH;
    private final Map<String, SwitchTimeline> switches = new HashMap<>();
    private final Set<String> holders = new TreeSet<>();

    PracticeConsent() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(MoveSwitch command) {
        return keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(PauseSwitch command) {
        return keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(CancelScheduled command) {
        return keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(GrantMandate command) {
        return keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(EnrolFirstHolder command) {
        return keep(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    @Nullable Long handle(WithdrawMandate command) {
        return keep(decide(command));
    }

    /** Gives the version at which all stood as it was asked for already; nothing where it had to be moved. */
    private @Nullable Long keep(List<PracticeEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return events.isEmpty() ? version : null;
    }

    private List<PracticeEvent> decide(MoveSwitch command) {
        Act act = command.act();
        List<PracticeEvent> events = new ArrayList<>();
        if (command.selfEnrolment() && holders.isEmpty()) {
            events.add(granted(act, act.actor().id(), "self-enrolment", null));
        } else {
            OnlyHoldersOfAMandateDecide.check(holders, act);
        }
        requireVersion(act);
        if (command.effectiveFrom() != null) {
            DecisionsNeverReachBack.check(command.effectiveFrom(), act.now());
        }
        if (standsThereAlready(command)) {
            return List.of();
        }
        events.add(Moves.of(command));
        return events;
    }

    private List<PracticeEvent> decide(PauseSwitch command) {
        requireVersion(command.act());
        return timeline(MASTER).inForceAt(present(command.act())) == Decision.OPTED_OUT
                ? List.of()
                : List.of(new PracticePaused(
                        command.act().practice(),
                        command.reason(),
                        command.act().actor()));
    }

    private List<PracticeEvent> decide(CancelScheduled command) {
        Act act = command.act();
        OnlyHoldersOfAMandateDecide.check(holders, act);
        requireVersion(act);
        String key = switches.keySet().stream()
                .filter(name -> timeline(name).step(command.decisionId()).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No such decision is scheduled here."));
        Step step = timeline(key).step(command.decisionId()).orElseThrow();
        OnlyWhatIsToComeCanBeCancelled.check(step.from(), act.now());
        String service = key.equals(MASTER) ? null : key;
        return List.of(new ScheduledDecisionCancelled(act.practice(), service, step.id(), act.actor()));
    }

    private List<PracticeEvent> decide(GrantMandate command) {
        OnlyHoldersOfAMandateDecide.check(holders, command.act());
        requireVersion(command.act());
        return holders.contains(command.holder())
                ? List.of()
                : List.of(granted(command.act(), command.holder(), "grant", null));
    }

    private List<PracticeEvent> decide(EnrolFirstHolder command) {
        OnlyHoldersOfAMandateDecide.checkEnrolment(holders);
        requireVersion(command.act());
        return List.of(granted(command.act(), command.holder(), "enrolment", command.evidence()));
    }

    private List<PracticeEvent> decide(WithdrawMandate command) {
        OnlyHoldersOfAMandateDecide.check(holders, command.act());
        requireVersion(command.act());
        if (!holders.contains(command.holder())) {
            throw ProblemType.NOT_FOUND.because("Nobody of this name holds a mandate here.");
        }
        return List.of(new MandateWithdrawn(
                command.act().practice(), command.holder(), command.act().actor()));
    }

    private void requireVersion(Act act) {
        if (act.expectedVersion() != null && act.expectedVersion() != version) {
            throw new StaleVersion(version);
        }
    }

    private boolean standsThereAlready(MoveSwitch command) {
        SwitchTimeline timeline = timeline(nameOf(command.service()));
        if (command.effectiveFrom() != null) {
            return timeline.hasStepAt(command.effectiveFrom(), command.decision());
        }
        Instant present = present(command.act());
        // Whoever holds a mandate and says that a pause shall stay decides for the first time.
        return timeline.inForceAt(present) == command.decision() && !timeline.isPausedAt(present);
    }

    /** Who was faster may have decided after this command was given its time: that counts too. */
    private Instant present(Act act) {
        return act.now().isBefore(lastMoved) ? lastMoved : act.now();
    }

    private static MandateGranted granted(Act act, String holder, String basis, @Nullable String evidence) {
        return new MandateGranted(act.practice(), holder, basis, evidence, act.actor());
    }

    @EventSourcingHandler
    void on(SwitchMoved moved, @Timestamp Instant recordedAt, @MessageIdentifier String id) {
        count(moved);
        lastMoved = recordedAt;
        Instant from = Objects.requireNonNullElse(moved.effectiveFrom(), recordedAt);
        Step step = new Step(
                id, from.isBefore(recordedAt) ? recordedAt : from, moved.decision(), moved instanceof PracticePaused);
        String name = nameOf(moved.service());
        switches.put(name, timeline(name).with(step));
    }

    @EventSourcingHandler
    void on(ScheduledDecisionCancelled cancelled) {
        count(cancelled);
        switches.computeIfPresent(
                nameOf(cancelled.service()), (name, timeline) -> timeline.without(cancelled.cancels()));
    }

    @EventSourcingHandler
    void on(MandateEvent mandate) {
        count(mandate);
        if (mandate instanceof MandateGranted) {
            holders.add(mandate.holder());
        } else {
            holders.remove(mandate.holder());
        }
    }

    private void count(PracticeEvent event) {
        stream = "consent/" + event.practice();
        version++;
    }

    private SwitchTimeline timeline(String name) {
        return switches.getOrDefault(name, SwitchTimeline.UNDECIDED);
    }

    private static String nameOf(@Nullable String service) {
        return service == null ? MASTER : service;
    }
}
