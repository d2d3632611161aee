package io.consentry.local.runsuite;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service of the suite as a process of its own. */
public final class ServiceProcess {

    /** The property that says, on a process's command line, what it is. */
    public static final String PROPERTY = "consentry.process";

    /** Writing down what was learnt takes most of this, once. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final ServiceName name;
    private final Process process;
    private final boolean learning;

    private ServiceProcess(ServiceName name, Process process, boolean learning) {
        this.name = name;
        this.process = process;
        this.learning = learning;
    }

    static ServiceProcess start(
            ServiceName name, Project project, Home home, Map<String, String> environment, boolean learn)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(home.marker());
        command.add(marker(name.module()));
        command.addAll(VirtualMachine.options());
        command.addAll(ServiceProgram.of(name, project, home).arguments(learn));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.log(name.module()).toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        // What was meant for the launcher is not for the services.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("CONSENTRY_"));
        builder.environment().putAll(environment);
        return new ServiceProcess(
                name,
                builder.start(),
                command.stream().anyMatch(argument -> argument.startsWith(ServiceProgram.LEARN)));
    }

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    /** The argument that marks a process as this part of the suite. */
    public static String marker(String process) {
        return "-D" + PROPERTY + "=" + process;
    }

    public ServiceName name() {
        return name;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether Java writes down, when it stops, what it has learnt in this run. */
    public boolean isLearning() {
        return learning;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    void askToStop() {
        process.destroy();
    }

    /** Returns when the process is gone; one that does not go by itself is ended. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends the process as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
