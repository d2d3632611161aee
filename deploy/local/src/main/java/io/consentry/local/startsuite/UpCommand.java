package io.consentry.local.startsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import io.consentry.local.supervise.RunRecord;
import io.consentry.local.watchsuite.Addresses;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the suite and stays until Ctrl-C, or returns when it is ready. */
@Command(
        name = "up",
        description = "Starts PostgreSQL and the services; Ctrl-C stops them.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:started (and stopped, unless detached)", "1:could not start, or a part ended by itself"})
public final class UpCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--detach", description = "Return when everything is ready; ./consentry down stops it.")
    private boolean detach;

    @Option(names = "--port-offset", paramLabel = "N", description = "Added to every port.")
    private int portOffset;

    @Option(
            names = "--learn",
            description =
                    "When it stops, write down what makes later starts faster (up to a minute; Java 25 or newer).")
    private boolean learn;

    @Option(
            names = "--postgres",
            paramLabel = "URL",
            defaultValue = "${env:CONSENTRY_POSTGRES}",
            description = "A server to use: postgresql://user:password@host:5432/postgres (or in CONSENTRY_POSTGRES).")
    private @Nullable String externalServer;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        Project project = Project.fromSystemProperty();
        Home home = Home.of(project);
        Ports ports = ports(command);
        Optional<RunRecord> running = RunRecord.running(home);
        if (running.isPresent()) {
            out.println("The suite runs already, since " + running.get().since() + ".");
            Addresses.print(running.get().ports(), out);
            return 1;
        }
        out.println("Starting Consentry in " + home.directory());
        Optional<StartedSuite> started = new SuiteStart(project, home, out)
                .start(new StartOptions(portOffset, externalServer, detach, true, learn));
        if (started.isEmpty()) {
            return 1;
        }
        Addresses.print(ports, out);
        if (!detach) {
            out.println("Ctrl-C stops it.");
            out.flush();
            started.get().showUntilStopped();
            return started.get().stoppedAsAsked() ? 0 : 1;
        }
        out.println("Stop it with: ./consentry down");
        return 0;
    }

    private Ports ports(CommandSpec command) {
        try {
            return new Ports(portOffset);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
