package io.consentry.local.startsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.supervise.RunRecord;
import io.consentry.local.supervise.SupervisorProcess;
import io.consentry.local.watchsuite.FollowedLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a supervisor and shows what it says until the suite is ready or has failed. */
public final class SuiteStart {

    private final Project project;
    private final Home home;
    private final PrintWriter out;

    public SuiteStart(Project project, Home home, PrintWriter out) {
        this.project = project;
        this.home = home;
        this.out = out;
    }

    /** Starts the suite. The answer is a suite that is ready, or nothing when it could not start; the reason was shown. */
    public Optional<StartedSuite> start(StartOptions options) throws IOException, InterruptedException {
        home.create();
        // A log of its own until the home is its own: a second start must not overwrite what the first one said.
        Path output = Files.createTempFile(home.logs(), "suite-", ".log");
        FollowedLog log = FollowedLog.open(output, out);
        ProcessHandle supervisor =
                SupervisorProcess.launch(project, home, output, options.arguments(), options.environment());
        StartedSuite started = new StartedSuite(home, supervisor, log);
        if (!options.outlivesThisCommand()) {
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop, "stop-the-suite"));
        }
        log.showWhile(() -> supervisor.isAlive() && !isReady(supervisor));
        Files.deleteIfExists(output);
        return isReady(supervisor) ? Optional.of(started) : Optional.empty();
    }

    private boolean isReady(ProcessHandle supervisor) {
        try {
            return RunRecord.running(home)
                    .filter(run -> run.isOwnedBy(supervisor) && run.isReady())
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
