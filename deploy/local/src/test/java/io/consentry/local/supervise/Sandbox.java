package io.consentry.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.place.Home;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.PostmasterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project of stand-in services and a home of its own, driven by the real command line. */
final class Sandbox implements AutoCloseable {

    private static final int PORT_OFFSET = 3100;
    private static final Pattern STARTED_AT = Pattern.compile("(?<=\"startedAt\" : \")[^\"]+");

    private final Path project;
    private final Home home;

    Sandbox(Path directory) throws IOException {
        project = directory.resolve("a project");
        home = new Home(directory.resolve("a home"));
        for (ServiceName service : ServiceName.values()) {
            StandInService.packageAs(project.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar"));
        }
    }

    private Sandbox(Path project, Home home) {
        this.project = project;
        this.home = home;
    }

    /** The same project with another home, which lies in this one's. */
    Sandbox within(String name) {
        return new Sandbox(project, new Home(home.directory().resolve(name)));
    }

    Home home() {
        return home;
    }

    static int portOffset() {
        return PORT_OFFSET;
    }

    Outcome up(String... further) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--detach", "--port-offset", Integer.toString(PORT_OFFSET)));
        arguments.addAll(List.of(further));
        return run(arguments);
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }

    private Outcome run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dconsentry.project=" + project,
                "-Dconsentry.home=" + home.directory(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.consentry.local.Consentry"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    RunRecord running() throws IOException {
        Optional<RunRecord> run = RunRecord.running(home);
        assertThat(run).as("a suite runs").isPresent();
        return run.orElseThrow();
    }

    /** Every process of the running suite by name. */
    Map<String, ProcessHandle> processes() throws IOException {
        Map<String, ProcessHandle> processes = new java.util.LinkedHashMap<>();
        RunRecord run = running();
        for (RunningProcess service : run.services()) {
            processes.put(service.name(), service.find().orElseThrow());
        }
        processes.put("PostgreSQL", PostmasterFile.of(home).running().orElseThrow());
        return processes;
    }

    ProcessHandle process(String name) throws IOException {
        return Objects.requireNonNull(processes().get(name));
    }

    /** Makes what was written down look as it does after the clock was set back by so much. */
    void setClock(Duration back) throws IOException {
        Path run = home.runRecord();
        Matcher started = STARTED_AT.matcher(Files.readString(run));
        Files.writeString(
                run,
                started.replaceAll(at -> Instant.parse(at.group()).plus(back).toString()));
        Path note = home.postgresData().resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(note));
        lines.set(2, Long.toString(Long.parseLong(lines.get(2).strip()) + back.toSeconds()));
        Files.write(note, lines);
    }

    void killSupervisor() throws Exception {
        ProcessHandle supervisor = running().owner().orElseThrow();
        supervisor.destroyForcibly();
        supervisor.onExit().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("down");
    }

    /** What a command answered. */
    record Outcome(int exitCode, String output) {}
}
