package io.consentry.eventstore;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The smallest thing with a history, for these tests. */
class Door {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private int opened;

    Door() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Open command) {
        AggregateLifecycle.apply(new DoorOpened(command.door()));
    }

    /** Nobody ever answers. How often it was opened shows which past the door knew. */
    @CommandHandler
    void handle(Knock command) {
        throw new IllegalStateException("nobody at home after " + opened);
    }

    @EventSourcingHandler
    void on(DoorOpened event) {
        id = event.door();
        opened++;
    }

    record Open(@TargetAggregateIdentifier String door) {}

    record Knock(@TargetAggregateIdentifier String door) {}

    record DoorOpened(String door) {}
}
