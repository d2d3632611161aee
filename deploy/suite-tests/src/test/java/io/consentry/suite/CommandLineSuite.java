package io.consentry.suite;

import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.supervise.RunRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A suite as a person has it: started, used and stopped by commands. */
record CommandLineSuite(Home home) {

    private static final int PORT_OFFSET = 5000;

    static CommandLineSuite in(Path directory) {
        return new CommandLineSuite(new Home(directory));
    }

    Outcome up() throws IOException, InterruptedException {
        return run("up", "--detach", "--port-offset", Integer.toString(PORT_OFFSET));
    }

    Outcome demo() throws IOException, InterruptedException {
        return run("demo", "--port-offset", Integer.toString(PORT_OFFSET));
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                home.marker(),
                "-D" + Project.PROPERTY + "=" + Project.fromSystemProperty().root(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.consentry.local.Consentry"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(output);
        return new Outcome(process.waitFor(), output);
    }

    RunningSuite running() throws IOException {
        return RunningSuite.require(home);
    }

    RunRecord record() throws IOException {
        return RunRecord.running(home).orElseThrow();
    }

    /** Ends a process as a power cut would. */
    static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    /** What a command answered. */
    record Outcome(int exitCode, String output) {}
}
