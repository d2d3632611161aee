package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.runsuite.PortsInUse;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.ServiceProcess;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.runsuite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Owns one suite from start to stop. Its standard output is the log that {@code up} shows. */
final class Supervisor implements Progress {

    /** The name it goes by on its command line. */
    static final String NAME = "supervisor";

    private static final int STOPPED = 0;
    private static final int FAILED = 1;
    private static final int ALREADY_RUNNING = 3;

    private final Project project;
    private final Home home;
    private final Ports ports;
    private final StopRequests stop;
    private final Clock clock;
    private @Nullable OwnedHome owned;

    Supervisor(Project project, Home home, Ports ports, StopRequests stop, Clock clock) {
        this.project = project;
        this.home = home;
        this.ports = ports;
        this.stop = stop;
        this.clock = clock;
    }

    int run(@Nullable Path log, @Nullable String externalServer, boolean learn)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Optional<OwnedHome> taken = OwnedHome.take(home);
        if (taken.isEmpty()) {
            say("A suite runs from " + home.directory() + " already. See: ./consentry status");
            return ALREADY_RUNNING;
        }
        OwnedHome mine = taken.get();
        try (mine) {
            owned = mine;
            LogRotation.of(home).run();
            if (log != null) {
                Files.move(log, home.suiteLog());
            }
            mine.endLeftovers(this::say);
            return own(mine, externalServer, learn, began);
        }
    }

    private int own(OwnedHome mine, @Nullable String externalServer, boolean learn, long began)
            throws IOException, InterruptedException {
        Suite suite = new Suite(project, home, ports, externalServer, this).learning(learn);
        try (suite) {
            PortsInUse.require(externalServer == null ? ports.ofSuite() : ports.ofServices());
            mine.starting(ports, clock.instant(), NAME, List.of(home.marker(), ServiceProcess.marker(NAME)));
            suite.start();
            // Unpacking PostgreSQL's programs has left much behind, and from here on this process only waits.
            System.gc();
            // Said before it is written: whoever waits for the record has then seen the whole of what was said.
            say("Ready after " + Progress.seconds((System.nanoTime() - began) / 1_000_000) + ".");
            mine.at(RunRecord.Stage.READY);
            Object reason =
                    CompletableFuture.anyOf(stop.first(), suite.partEnded()).join();
            say("Stopping: " + reason + ".");
            mine.at(stop.isMade() ? RunRecord.Stage.STOPPING : RunRecord.Stage.FAILED);
        } catch (StartFailed e) {
            say(Objects.requireNonNullElse(e.getMessage(), "It could not be started."));
        }
        say("Stopped.");
        return stop.isMade() ? STOPPED : FAILED;
    }

    @Override
    public void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void started(ServiceProcess process) {
        Objects.requireNonNull(owned).started(process);
    }

    @Override
    public boolean givenUp() {
        return stop.isMade();
    }
}
