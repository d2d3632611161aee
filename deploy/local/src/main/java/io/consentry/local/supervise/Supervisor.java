package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
    private @Nullable RunRecord record;

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
        home.create();
        Optional<HomeLock> lock = HomeLock.take(home);
        if (lock.isEmpty()) {
            say("A suite runs from " + home.directory() + " already. See: ./consentry status");
            return ALREADY_RUNNING;
        }
        HomeLock held = lock.get();
        try (held) {
            LogRotation.of(home).run();
            if (log != null) {
                Files.move(log, home.suiteLog());
            }
            new Leftovers(home, this::say).end();
            return own(externalServer, learn, began);
        } finally {
            RunRecord.remove(home);
        }
    }

    private int own(@Nullable String externalServer, boolean learn, long began)
            throws IOException, InterruptedException {
        Suite suite = new Suite(project, home, ports, externalServer, this).learning(learn);
        try (suite) {
            PortsInUse.require(neededPorts(externalServer));
            write(RunRecord.starting(ports, clock.instant(), self()));
            suite.start();
            // Unpacking PostgreSQL's programs has left much behind, and from here on this process only waits.
            System.gc();
            // Said before it is written: whoever waits for the record has then seen the whole of what was said.
            say("Ready after " + Progress.seconds((System.nanoTime() - began) / 1_000_000) + ".");
            write(current().at(RunRecord.Stage.READY));
            Object reason =
                    CompletableFuture.anyOf(stop.first(), suite.partEnded()).join();
            say("Stopping: " + reason + ".");
            write(current().at(RunRecord.Stage.STOPPING));
        } catch (StartFailed e) {
            say(Objects.requireNonNullElse(e.getMessage(), "It could not be started."));
        }
        say("Stopped.");
        return stop.isMade() ? STOPPED : FAILED;
    }

    private Map<Integer, String> neededPorts(@Nullable String externalServer) {
        Map<Integer, String> needed = new TreeMap<>(ports.ofServices());
        if (externalServer == null) {
            needed.put(ports.postgres(), "PostgreSQL");
        }
        return needed;
    }

    private RunningProcess self() {
        return RunningProcess.of(NAME, ProcessHandle.current(), List.of(home.marker(), ServiceProcess.marker(NAME)));
    }

    private RunRecord current() {
        if (record == null) {
            throw new IllegalStateException("nothing was started");
        }
        return record;
    }

    private void write(RunRecord changed) throws IOException {
        record = changed;
        changed.write(home);
    }

    @Override
    public void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void started(ServiceProcess process) {
        ServiceName name = process.name();
        List<String> marks = List.of(home.marker(), ServiceProcess.marker(name.module()));
        try {
            write(current().with(RunningProcess.of(name.module(), process.handle(), marks)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public boolean givenUp() {
        return stop.isMade();
    }
}
