package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.place.Project;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the supervisor's process runs; started by {@code up} and {@code demo}, not by people. */
@Command(name = "supervise", hidden = true)
public final class SuperviseCommand implements Callable<Integer> {

    @Option(names = "--port-offset")
    private int portOffset;

    @Option(names = "--postgres", defaultValue = "${env:CONSENTRY_POSTGRES}")
    private @Nullable String externalServer;

    @Option(names = "--learn", description = "Let Java write down what makes later starts faster.")
    private boolean learn;

    @Option(names = "--owner", description = "Process whose end means stop.")
    private @Nullable Long owner;

    @Option(names = "--log", description = "The file that standard output goes to.")
    private @Nullable Path log;

    @Override
    public Integer call() throws Exception {
        Project project = Project.fromSystemProperty();
        StopRequests stop = new StopRequests();
        stop.listenToSignals();
        if (owner != null) {
            stop.followEndOf(owner);
        }
        return new Supervisor(project, Home.of(project), new Ports(portOffset), stop, Clock.systemUTC())
                .run(log, externalServer, learn);
    }
}
