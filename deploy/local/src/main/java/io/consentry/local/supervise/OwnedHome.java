package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.runsuite.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A home while one process owns the suite in it: no other starts one there, and what it starts is written down, so that
 * it can be ended when its owner was killed.
 */
public final class OwnedHome implements AutoCloseable {

    private final Home home;
    private final HomeLock lock;
    private @Nullable RunRecord record;

    private OwnedHome(Home home, HomeLock lock) {
        this.home = home;
        this.lock = lock;
    }

    /** The home, or nothing when another process owns it. */
    public static Optional<OwnedHome> take(Home home) throws IOException {
        home.create();
        return HomeLock.take(home).map(lock -> new OwnedHome(home, lock));
    }

    /** Ends what an owner left running when it was killed. */
    public void endLeftovers(Consumer<String> say) throws IOException, InterruptedException {
        new Leftovers(home, say).end();
    }

    /**
     * Writes down that this process starts a suite.
     *
     * @param name what it is
     * @param marks arguments that its command line holds
     */
    public void starting(Ports ports, Instant since, String name, List<String> marks) throws IOException {
        write(RunRecord.starting(ports, since, RunningProcess.of(name, ProcessHandle.current(), marks)));
    }

    /** Writes down a service that this process has started. */
    public void started(ServiceProcess process) {
        String module = process.name().module();
        List<String> marks = List.of(home.marker(), ServiceProcess.marker(module));
        try {
            write(current().with(RunningProcess.of(module, process.handle(), marks)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down how far the suite is. */
    public void at(RunRecord.Stage stage) throws IOException {
        write(current().at(stage));
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

    /** Gives the home back: nothing that was written down runs any more. What failed stays written down. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (record == null || record.stage() != RunRecord.Stage.FAILED) {
                RunRecord.remove(home);
            }
        }
    }
}
