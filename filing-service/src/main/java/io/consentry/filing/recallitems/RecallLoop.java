package io.consentry.filing.recallitems;

import io.consentry.web.background.Background;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.axonframework.modelling.command.ConcurrencyException;

/** Looks for what open recalls name, for as long as this service runs. */
@Singleton
class RecallLoop {

    /** Observers without a priority have 2500, the event store's start among them. */
    private static final int AFTER_THE_EVENT_STORE = 3000;

    private static final int BEFORE_THE_EVENT_STORE = 2000;

    /** Few enough that a person's act on one of them seldom stands in the way of all. */
    private static final int BATCH = 100;

    private final SearchForRecalled search;
    private final Background looking = new Background("recall", this::lookFurther);

    RecallLoop(SearchForRecalled search) {
        this.search = search;
    }

    void start(@Observes @Priority(AFTER_THE_EVENT_STORE) StartupEvent event) {
        looking.start();
    }

    void stop(@Observes @Priority(BEFORE_THE_EVENT_STORE) ShutdownEvent event) throws InterruptedException {
        looking.stop();
    }

    private boolean lookFurther() {
        try {
            return search.lookFurther(BATCH);
        } catch (ConcurrencyException e) {
            // Somebody acted on one of them at this moment: one at a time, nobody else stands in the way.
            return search.lookFurther(1);
        }
    }
}
