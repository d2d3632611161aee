package io.consentry.filing.remindofunread;

import io.consentry.feed.follow.NotNowException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Looks for unread items for as long as this service runs. */
@Singleton
class RemindingLoop {

    private static final Logger LOG = Logger.getLogger(RemindingLoop.class);

    private final RemindOfUnread reminder;
    private final UnreadConfig config;
    private final Thread thread = new Thread(this::run, "remind-of-unread");
    private volatile boolean stopping;

    RemindingLoop(RemindOfUnread reminder, UnreadConfig config) {
        this.reminder = reminder;
        this.config = config;
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
            boolean more = false;
            try {
                more = reminder.tellSome();
            } catch (SQLException | NotNowException | RuntimeException e) {
                LOG.warnf("Unread items are looked for later: %s", e.getClass().getName());
            }
            try {
                Thread.sleep(more ? 1 : config.lookEvery().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
