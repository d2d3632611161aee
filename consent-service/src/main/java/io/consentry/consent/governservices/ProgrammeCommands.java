package io.consentry.consent.governservices;

import io.consentry.consent.keepevents.Circumstances;
import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.Disclosure;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.recordattempt.Attempt;
import io.consentry.consent.recordattempt.Attempts;
import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.eventstore.EventSourcingBuilder;
import io.consentry.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends commands that concern all practices; what is tried against the rules is recorded. Blocks. */
@ApplicationScoped
public class ProgrammeCommands implements PartOfEventSourcing {

    private final Commands commands;
    private final Attempts attempts;
    private final FirstNoticePeriod firstPeriod;

    ProgrammeCommands(Commands commands, Attempts attempts, FirstNoticePeriod firstPeriod) {
        this.commands = commands;
        this.attempts = attempts;
        this.firstPeriod = firstPeriod;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(Programme.class);
    }

    /** The time by the log's own clock. */
    public Instant now() {
        return commands.now();
    }

    /** What notices must run where no rule was ever changed. */
    public Duration firstPeriod() {
        return firstPeriod.get();
    }

    /**
     * Has the command carried out.
     *
     * @param note kept beside the event, erasable
     */
    public void send(ProgrammeCommand command, Caller caller, @Nullable String note, String requestId) {
        try {
            commands.send(command, new Circumstances(requestId, Disclosure.of(caller.name(), note)));
        } catch (RecordedRefusal e) {
            attempts.record(Attempt.atTheRules(command.act(), e.reason(), command.actor(), caller.name()), requestId);
            throw e.answer();
        }
    }
}
