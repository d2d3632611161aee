package io.consentry.local.playdemo;

import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.startsuite.StartOptions;
import io.consentry.local.startsuite.StartedSuite;
import io.consentry.local.startsuite.SuiteStart;
import io.consentry.local.supervise.RunRecord;
import io.consentry.local.watchsuite.Addresses;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the suite, plays the story against it, and stops it again. A suite that runs already is used and left alone. */
@Command(
        name = "demo",
        description = "Shows the main job, step by step, on a suite of its own or on the one that runs.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every step held", "1:one did not, or the suite did not start"})
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--keep", description = "Leave the suite running afterwards.")
    private boolean keep;

    @Option(names = "--port-offset", paramLabel = "N", description = "Added to every port.")
    private int portOffset;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Project project = Project.fromSystemProperty();
        Home home = Home.of(project);
        if (RunRecord.running(home).isPresent()) {
            out.println("The suite runs already; the demonstration uses it and leaves it running.");
            RunningSuite suite = RunningSuite.require(home);
            int outcome = play(suite, out);
            Addresses.print(suite.ports(), out);
            return outcome;
        }
        out.println("Starting Consentry in " + home.directory());
        Optional<StartedSuite> started =
                new SuiteStart(project, home, out).start(new StartOptions(portOffset, null, keep, false, false));
        if (started.isEmpty()) {
            return 1;
        }
        int outcome = play(RunningSuite.require(home), out);
        if (keep) {
            out.println("It goes on running. Stop it with: ./consentry down");
        } else {
            started.get().stop();
            out.println("Start it to use it yourself with: ./consentry up. It is then at:");
        }
        Addresses.print(new Ports(portOffset), out);
        return outcome;
    }

    private static int play(RunningSuite suite, PrintWriter out) throws IOException, InterruptedException {
        Story story = new Story(suite, out);
        try {
            story.play();
        } catch (Unexpected e) {
            out.println();
            out.println("Step " + story.steps() + " did not hold. " + e.getMessage());
            out.println("More: ./consentry logs");
            return 1;
        }
        out.println();
        out.println("All " + story.steps() + " steps held.");
        out.flush();
        return 0;
    }
}
