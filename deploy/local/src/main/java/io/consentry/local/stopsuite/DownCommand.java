package io.consentry.local.stopsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.supervise.Leftovers;
import io.consentry.local.supervise.RunRecord;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops everything in order and keeps the data. */
@Command(name = "down", description = "Stops everything; the data is kept.")
public final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Home home = Home.of(Project.fromSystemProperty());
        int exitCode = stop(home, out);
        Leftovers.endWithin(home, out::println);
        return exitCode;
    }

    private static int stop(Home home, PrintWriter out) throws Exception {
        Optional<ProcessHandle> owner = RunRecord.running(home).flatMap(RunRecord::owner);
        if (owner.isPresent()) {
            owner.get().destroy();
            try {
                owner.get().onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                out.println("It has not stopped within " + LIMIT.toSeconds() + " s. See: ./consentry logs suite");
                return 1;
            }
            out.println("Stopped. The data is kept in " + home.directory());
            return 0;
        }
        if (!Leftovers.endUnlessOwned(home, out::println)) {
            out.println("A suite is only just starting here, or is being measured; try again in a moment.");
            return 1;
        }
        out.println("Nothing runs.");
        return 0;
    }
}
