package io.consentry.filing.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One recall: opened once, finished once. What it finds is told by the items themselves. */
@RegisterForReflection
public class Recall {

    @AggregateIdentifier
    private @Nullable String id;

    private boolean finished;

    /** For the repository. */
    public Recall() {}

    /** Opening it again, after an answer that was lost, changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenRecall command) {
        if (id == null) {
            AggregateLifecycle.apply(new RecallOpened(
                    command.recallId(), command.criteria(), command.reason(), command.by(), command.at()));
        }
    }

    @CommandHandler
    void handle(FinishRecall command) {
        if (!finished) {
            AggregateLifecycle.apply(new RecallFinished(command.recallId(), command.found(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(RecallOpened event) {
        id = event.recallId();
    }

    @EventSourcingHandler
    void on(RecallFinished event) {
        finished = true;
    }
}
