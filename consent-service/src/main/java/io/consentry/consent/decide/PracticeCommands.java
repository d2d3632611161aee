package io.consentry.consent.decide;

import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.recordattempt.Attempt;
import io.consentry.consent.recordattempt.Attempts;
import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.consent.showstate.ConsentState;
import io.consentry.consent.showstate.ConsentStates;
import io.consentry.eventstore.EventSourcingBuilder;
import io.consentry.web.caller.Caller;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.version.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Sends commands to practices' streams, and says no in the words of the API. Blocks. */
@ApplicationScoped
public class PracticeCommands implements PartOfEventSourcing {

    /** A practice decides a few times a year; a stream this long is somebody's program. */
    private static final int SNAPSHOT_EVERY = 50;
    /** Whoever changes their minds faster than they can be answered. */
    private static final int TRIES = 10;

    private final Commands commands;
    private final ConsentStates states;
    private final Attempts attempts;

    PracticeCommands(Commands commands, ConsentStates states, Attempts attempts) {
        this.commands = commands;
        this.states = states;
        this.attempts = attempts;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(PracticeConsent.class, SNAPSHOT_EVERY, "3");
    }

    /** What the caller is about to do for this practice, now. */
    public Act act(String practice, Caller caller, @Nullable String ifMatch) {
        return new Act(practice, Commands.actor(caller), commands.now(), IfMatch.optional(ifMatch));
    }

    /**
     * Has the command carried out, and gives where the switches stand then.
     *
     * @param note kept beside the event, erasable
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when a rule says no; where it is the caller's missing mandate,
     *     or a time that has passed, the attempt is recorded
     */
    public ConsentState send(PracticeCommand command, Caller caller, @Nullable String note, String requestId) {
        Circumstances circumstances = new Circumstances(requestId, Disclosure.of(caller.name(), note));
        String practice = command.act().practice();
        try {
            return carryOut(command, circumstances);
        } catch (RecordedRefusal e) {
            attempts.record(attempt(command, e.reason(), caller), requestId);
            throw e.answer();
        } catch (StaleVersion e) {
            ConsentState current = states.now(practice);
            throw ProblemType.STALE_VERSION
                    .with("The practice has decided something else since. See current.")
                    .with("current", current)
                    .withHeader(HttpHeaders.ETAG, current.etag())
                    .build();
        }
    }

    /** What stands as it was asked for already needs no event, unless somebody moves it before that can be answered. */
    private ConsentState carryOut(PracticeCommand command, Circumstances circumstances) {
        for (int left = TRIES; left > 0; left--) {
            Long stoodAt = commands.send(command, circumstances);
            ConsentState state = states.now(command.act().practice());
            if (stoodAt == null || stoodAt == state.version()) {
                return state;
            }
        }
        throw ProblemType.CONFLICTING_CHANGE.because("Too many people decide here at once. Try again.");
    }

    private static Attempt attempt(PracticeCommand command, String reason, Caller caller) {
        boolean move = command instanceof MoveSwitch;
        return new Attempt(
                actOf(command),
                command.act().practice(),
                move ? ((MoveSwitch) command).service() : null,
                move ? ((MoveSwitch) command).decision() : null,
                reason,
                command.act().actor(),
                caller.name());
    }

    private static String actOf(PracticeCommand command) {
        if (command instanceof MoveSwitch) {
            return "move-switch";
        }
        return command instanceof CancelScheduled ? "cancel-scheduled" : "change-mandate";
    }
}
