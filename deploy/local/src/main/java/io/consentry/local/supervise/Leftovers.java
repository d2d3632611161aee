package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.runsuite.PostmasterFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Ends what a supervisor left running when it was killed: the services first, PostgreSQL last, and nothing that is not
 * certainly its own. Only the holder of the {@link HomeLock} may do this.
 */
public final class Leftovers {

    private static final Duration POLITE_LIMIT = Duration.ofSeconds(15);

    private final Home home;
    private final Consumer<String> say;

    Leftovers(Home home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /** Ends leftovers unless a living supervisor owns them; false when one does. */
    public static boolean endUnlessOwned(Home home, Consumer<String> say) throws IOException, InterruptedException {
        home.create();
        Optional<HomeLock> lock = HomeLock.take(home);
        if (lock.isEmpty()) {
            return false;
        }
        HomeLock held = lock.get();
        try (held) {
            new Leftovers(home, say).end();
            return true;
        }
    }

    /**
     * The same in every home that lies in this one, as those of benchmarks do. One that has an owner is left alone, as is
     * whatever has no record of a run.
     */
    public static void endWithin(Home home, Consumer<String> say) throws IOException, InterruptedException {
        for (Home within : home.within()) {
            try {
                if (RunRecord.read(within).isPresent()) {
                    endUnlessOwned(within, say);
                }
                endWithin(within, say);
            } catch (IOException e) {
                // The others end all the same.
                say.accept("What a start may have left in " + within.directory() + " was not ended: " + e);
            }
        }
    }

    void end() throws IOException, InterruptedException {
        Optional<RunRecord> record = RunRecord.read(home);
        if (record.isPresent()) {
            for (RunningProcess service : record.get().services()) {
                Optional<ProcessHandle> process = service.find();
                if (process.isPresent()) {
                    say.accept("Ending " + service.name() + " (process " + service.pid()
                            + "), left over from a start that was killed");
                    end(process.get());
                }
            }
        }
        endPostgres();
        RunRecord.remove(home);
    }

    private void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!isGone(process)) {
            process.destroyForcibly();
            isGone(process);
        }
    }

    private void endPostgres() throws IOException, InterruptedException {
        PostmasterFile file = PostmasterFile.of(home);
        Optional<ProcessHandle> server = file.running();
        if (server.isPresent()) {
            say.accept(
                    "Ending PostgreSQL (process " + server.get().pid() + "), left over from a start that was killed");
            // INT is PostgreSQL's fast shutdown: it ends sessions, keeps commits, and leaves a clean directory.
            new ProcessBuilder(
                            "bash",
                            "-c",
                            "kill -INT \"$1\"",
                            "bash",
                            Long.toString(server.get().pid()))
                    .start()
                    .waitFor();
            if (!isGone(server.get())) {
                end(server.get());
            }
        }
        file.removeIfStale();
    }

    private static boolean isGone(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(POLITE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
