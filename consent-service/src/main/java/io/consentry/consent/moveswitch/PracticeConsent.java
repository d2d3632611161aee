package io.consentry.consent.moveswitch;

import io.consentry.consent.events.Decision;
import io.consentry.consent.events.PracticeOptedIn;
import io.consentry.consent.events.PracticeOptedOut;
import io.consentry.consent.events.ServiceOptedIn;
import io.consentry.consent.events.ServiceOptedOut;
import io.consentry.consent.events.SwitchMoved;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One practice's switches: the master and one for each service, opted out until the practice says otherwise.
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
    private final Map<String, SwitchTimeline> switches = new HashMap<>();

    PracticeConsent() {}

    /** The stream of a practice's decisions. */
    static String streamOf(String practice) {
        return "consent/" + practice;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(MoveSwitch command) {
        decide(command).forEach(AggregateLifecycle::apply);
    }

    /** What follows from the command: one event, or none where the switch stands there already. */
    List<SwitchMoved> decide(MoveSwitch command) {
        if (command.expectedVersion() != null && command.expectedVersion() != version) {
            throw new StaleVersion(version);
        }
        Instant effectiveFrom = command.effectiveFrom();
        if (effectiveFrom != null) {
            DecisionsNeverReachBack.check(effectiveFrom, command.now());
        }
        return standsThereAlready(command) ? List.of() : List.of(moved(command));
    }

    private boolean standsThereAlready(MoveSwitch command) {
        SwitchTimeline timeline = switches.getOrDefault(nameOf(command.service()), SwitchTimeline.UNDECIDED);
        return command.effectiveFrom() == null
                ? timeline.inForceAt(command.now()) == command.decision()
                : timeline.hasStepAt(command.effectiveFrom(), command.decision());
    }

    private static SwitchMoved moved(MoveSwitch c) {
        boolean in = c.decision() == Decision.OPTED_IN;
        if (c.service() == null) {
            return in
                    ? new PracticeOptedIn(c.practice(), c.reason(), c.effectiveFrom(), c.actor())
                    : new PracticeOptedOut(c.practice(), c.reason(), c.effectiveFrom(), c.actor());
        }
        return in
                ? new ServiceOptedIn(c.practice(), c.service(), c.reason(), c.effectiveFrom(), c.actor())
                : new ServiceOptedOut(c.practice(), c.service(), c.reason(), c.effectiveFrom(), c.actor());
    }

    @EventSourcingHandler
    void on(SwitchMoved moved, @Timestamp Instant recordedAt) {
        stream = streamOf(moved.practice());
        version++;
        Instant from = moved.effectiveFrom() == null ? recordedAt : moved.effectiveFrom();
        switches.compute(
                nameOf(moved.service()), (name, timeline) -> (timeline == null ? SwitchTimeline.UNDECIDED : timeline)
                        .with(from.isBefore(recordedAt) ? recordedAt : from, moved.decision()));
    }

    private static String nameOf(@Nullable String service) {
        return service == null ? MASTER : service;
    }
}
