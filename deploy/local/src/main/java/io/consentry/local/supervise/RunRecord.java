package io.consentry.local.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs, written down in the home so that other commands, and the next start, know.
 *
 * @param stage how far it is
 * @param portOffset see {@link Ports}
 * @param since when the supervisor began
 * @param supervisor the process that owns the rest
 * @param services those started so far
 */
public record RunRecord(
        Stage stage, int portOffset, Instant since, RunningProcess supervisor, List<RunningProcess> services) {

    /** How far a suite is. */
    public enum Stage {
        STARTING,
        READY,
        STOPPING,
        /** A part ended by itself: it stays written down, for whoever waits for the end. */
        FAILED
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static RunRecord starting(Ports ports, Instant since, RunningProcess supervisor) {
        return new RunRecord(Stage.STARTING, ports.offset(), since, supervisor, List.of());
    }

    RunRecord at(Stage newStage) {
        return new RunRecord(newStage, portOffset, since, supervisor, services);
    }

    /** Also of a service that was started again. */
    RunRecord with(RunningProcess service) {
        Stream<RunningProcess> others =
                services.stream().filter(other -> !other.name().equals(service.name()));
        return new RunRecord(
                stage,
                portOffset,
                since,
                supervisor,
                Stream.concat(others, Stream.of(service)).toList());
    }

    /** The record of a home, whether or not what it says still runs. */
    static Optional<RunRecord> read(Home home) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(home.runRecord()), RunRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The suite that runs from this home now. */
    public static Optional<RunRecord> running(Home home) throws IOException {
        return read(home).filter(run -> run.supervisor().find().isPresent());
    }

    /** Whether the suite of this supervisor, which has ended, did so unasked: a part of it ended, or it was killed. */
    public static boolean endedUnasked(Home home, ProcessHandle supervisor) throws IOException {
        return read(home).filter(run -> run.isOwnedBy(supervisor)).isPresent();
    }

    void write(Home home) throws IOException {
        Path unfinished = home.runRecord().resolveSibling("run.json.new");
        Files.writeString(unfinished, JSON.writeValueAsString(this));
        Files.move(unfinished, home.runRecord(), StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Home home) throws IOException {
        Files.deleteIfExists(home.runRecord());
    }

    @JsonIgnore
    public Ports ports() {
        return new Ports(portOffset);
    }

    /** Whether everything was ready. */
    @JsonIgnore
    public boolean isReady() {
        return stage == Stage.READY;
    }

    public boolean isOwnedBy(ProcessHandle process) {
        return supervisor.pid() == process.pid();
    }

    /** The process that owns the suite, if it still runs. */
    @JsonIgnore
    public Optional<ProcessHandle> owner() {
        return supervisor.find();
    }

    /** The process of a service, if it still runs. */
    public Optional<ProcessHandle> process(String module) {
        return services.stream()
                .filter(service -> service.name().equals(module))
                .findFirst()
                .flatMap(RunningProcess::find);
    }
}
