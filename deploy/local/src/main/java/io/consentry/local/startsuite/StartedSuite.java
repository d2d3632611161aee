package io.consentry.local.startsuite;

import io.consentry.local.watchsuite.FollowedLog;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A suite that this command has started. */
public final class StartedSuite {

    private final ProcessHandle supervisor;
    private final FollowedLog log;

    StartedSuite(ProcessHandle supervisor, FollowedLog log) {
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

    /** Stops the suite and returns when it has stopped. Does nothing when it has. */
    public void stop() {
        if (supervisor.isAlive()) {
            supervisor.destroy();
            showUntilStopped();
        }
    }
}
