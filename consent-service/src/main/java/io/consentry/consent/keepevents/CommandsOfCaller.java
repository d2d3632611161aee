package io.consentry.consent.keepevents;

import io.consentry.consent.events.Actor;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.request.CurrentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends commands in the name of whoever calls: their events say who it was and in which request. Blocks. */
@ApplicationScoped
public class CommandsOfCaller {

    private final Commands commands;
    private final CurrentCaller currentCaller;
    private final CurrentRequest request;

    CommandsOfCaller(Commands commands, CurrentCaller currentCaller, CurrentRequest request) {
        this.commands = commands;
        this.currentCaller = currentCaller;
        this.request = request;
    }

    public Caller caller() {
        return currentCaller.get();
    }

    /** Who calls, as events keep it. */
    public Actor actor() {
        return Commands.actor(caller());
    }

    /** The time by the log's own clock. */
    public Instant now() {
        return commands.now();
    }

    public String requestId() {
        return request.id();
    }

    /**
     * Has the command carried out.
     *
     * @param note what the caller wrote, kept beside the event with the caller's name
     * @throws io.quarkiverse.resteasy.problem.HttpProblem when a rule says no
     */
    public void send(Object command, @Nullable String note) {
        commands.send(command, new Circumstances(request.id(), Disclosure.of(caller().name(), note)));
    }
}
