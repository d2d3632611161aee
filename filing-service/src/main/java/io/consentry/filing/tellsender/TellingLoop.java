package io.consentry.filing.tellsender;

import io.consentry.feed.follow.NotNowException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks for decisions to announce, for as long as this service runs. */
@Singleton
class TellingLoop {

    private static final Logger LOG = Logger.getLogger(TellingLoop.class);

    /** One read of an index that is nearly empty; the sender hears at most this much later. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final TellSender sender;
    private final Thread thread = new Thread(this::run, "tell-sender");
    private volatile boolean stopping;

    TellingLoop(TellSender sender) {
        this.sender = sender;
        thread.setDaemon(true);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        while (!stopping) {
            try {
                if (sender.tellDue() == 0) {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | NotNowException | RuntimeException e) {
                LOG.warnf(
                        "Telling senders goes on in a moment: %s", e.getClass().getName());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
