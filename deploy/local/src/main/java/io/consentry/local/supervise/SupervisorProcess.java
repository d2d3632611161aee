package io.consentry.local.supervise;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.runsuite.ServiceProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Starts the process that owns a suite. */
public final class SupervisorProcess {

    /**
     * Puts the supervisor into a process group of its own, out of reach of a terminal's Ctrl-C and hang-up, which would
     * end PostgreSQL and the services all at once and in no order. Prints its number.
     */
    private static final String IN_ITS_OWN_GROUP =
            "set -m; log=$1; shift; nohup \"$@\" >\"$log\" 2>&1 </dev/null & echo $!";

    /** The heap is for unpacking PostgreSQL's programs at the first start; afterwards a tenth of it is in use. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms16m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private SupervisorProcess() {}

    /**
     * Starts a supervisor on the class path of this very command.
     *
     * @param environment told to it there and not on its command line, which everybody on the machine can read
     * @param log where its standard output goes; it makes this the home's {@link Home#suiteLog} once the home is its own
     */
    public static ProcessHandle launch(
            Project project, Home home, Path log, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", IN_ITS_OWN_GROUP, "bash", log.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(home.marker());
        command.add(ServiceProcess.marker(Supervisor.NAME));
        command.add("-D" + Project.PROPERTY + "=" + project.root());
        command.add("-Dorg.slf4j.simpleLogger.logFile=" + home.log("postgresql"));
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", classPath(), "io.consentry.local.Consentry", "supervise"));
        command.addAll(List.of("--log", log.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.directory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process bash = builder.start();
        try (var output = bash.inputReader()) {
            String pid = output.readLine();
            bash.waitFor();
            if (pid == null) {
                throw new IOException("The supervisor could not be started; is bash on the path?");
            }
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .orElseThrow(() -> new IOException("The supervisor ended at once; see " + log));
        }
    }

    /** This command's class path, good from any directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
