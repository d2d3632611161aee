package io.consentry.eventstore;

import io.consentry.database.WhoseDoing;
import java.sql.SQLException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;

/**
 * Tells an event that cannot be applied from a database that is away. The first is put aside with its cause, the second
 * lets the whole batch be tried again.
 */
final class WhatIsWrongWithTheEvent implements EnqueuePolicy<EventMessage<?>> {

    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (cause instanceof TryTheBatchAgain again) {
            throw again;
        }
        String code = "";
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof SQLException sql && sql.getSQLState() != null) {
                code = sql.getSQLState();
            }
        }
        if (!code.isEmpty() && WhoseDoing.mayPass(code)) {
            throw new TryTheBatchAgain(cause);
        }
        // Words of a failure may quote what it met: its class and the database's code must do.
        return Decisions.enqueue(new ThrowableCause(cause.getClass().getName(), code));
    }
}
