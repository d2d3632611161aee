package io.consentry.local.startsuite;

import io.consentry.local.place.Home;
import io.consentry.local.supervise.RunRecord;
import io.consentry.local.watchsuite.FollowedLog;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A suite that this command has started. */
public final class StartedSuite {

    private final Home home;
    private final ProcessHandle supervisor;
    private final FollowedLog log;

    StartedSuite(Home home, ProcessHandle supervisor, FollowedLog log) {
        this.home = home;
        this.supervisor = supervisor;
        this.log = log;
    }

    /** Shows what the suite says until it has stopped. */
    public void showUntilStopped() {
        try {
            log.showWhile(supervisor::isAlive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the suite, which has stopped, was asked to. */
    boolean stoppedAsAsked() throws IOException {
        return !RunRecord.endedUnasked(home, supervisor);
    }

    /** Stops the suite and returns when it has stopped. Does nothing when it has. */
    public void stop() {
        if (supervisor.isAlive()) {
            supervisor.destroy();
            showUntilStopped();
        }
    }
}
