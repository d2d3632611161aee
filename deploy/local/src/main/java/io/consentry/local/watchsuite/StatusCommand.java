package io.consentry.local.watchsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.PostmasterFile;
import io.consentry.local.runsuite.Progress;
import io.consentry.local.runsuite.Readiness;
import io.consentry.local.supervise.RunRecord;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what runs and whether it is ready. */
@Command(
        name = "status",
        description = "Says what runs and whether it is ready.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything is ready", "1:something is not", "3:nothing runs"})
public final class StatusCommand implements Callable<Integer> {

    private static final int NOTHING_RUNS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Home home = Home.of(Project.fromSystemProperty());
        Optional<RunRecord> running = RunRecord.running(home);
        if (running.isEmpty()) {
            out.println("The suite does not run. Start it with: ./consentry up");
            return NOTHING_RUNS;
        }
        RunRecord run = running.get();
        out.println("Running since " + run.since() + " from " + home.directory());
        PostmasterFile.of(home)
                .running()
                .ifPresent(server -> out.println(Progress.line(
                        "PostgreSQL", "running  127.0.0.1:" + run.ports().postgres() + "  process " + server.pid())));
        boolean allReady = true;
        Readiness readiness = new Readiness(run.ports());
        for (ServiceName service : ServiceName.values()) {
            boolean ready = readiness.isReady(service);
            allReady &= ready;
            out.println(Progress.line(service.module(), state(run, service, ready)));
        }
        return allReady ? 0 : 1;
    }

    private static String state(RunRecord run, ServiceName service, boolean ready) {
        Ports ports = run.ports();
        return run.process(service.module())
                .map(process ->
                        (ready ? "ready    " : "not ready ") + ports.address(service) + "  process " + process.pid())
                .orElse("does not run");
    }
}
