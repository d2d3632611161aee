package io.consentry.filing.remindofunread;

import io.consentry.web.background.Background;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Looks for unread items for as long as this service runs. */
@Singleton
class RemindingLoop {

    private final Background reminding;

    RemindingLoop(RemindOfUnread reminder, UnreadConfig config) {
        this.reminding = new Background("remind-of-unread", config.lookEvery(), reminder::tellSome);
    }

    void start(@Observes StartupEvent event) {
        reminding.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reminding.stop();
    }
}
