package io.consentry.filing.tellsender;

import io.consentry.web.background.Background;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Looks for decisions to announce, for as long as this service runs. */
@Singleton
class TellingLoop {

    private final Background telling;

    TellingLoop(TellSender sender) {
        this.telling = new Background("tell-sender", () -> sender.tellDue() > 0);
    }

    void start(@Observes StartupEvent event) {
        telling.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        telling.stop();
    }
}
