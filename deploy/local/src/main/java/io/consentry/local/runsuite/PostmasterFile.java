package io.consentry.local.runsuite;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's note of its own process in the data directory. It outlives a crash, so it is believed only when a process
 * with that number started at that time and serves this very directory.
 */
public final class PostmasterFile {

    private static final int LINE_OF_PID = 0;
    private static final int LINE_OF_START = 2;
    /** The note is written some moments after the process began. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    private final Path data;

    private PostmasterFile(Path data) {
        this.data = data;
    }

    public static PostmasterFile of(Home home) {
        return new PostmasterFile(home.postgresData());
    }

    /** The server that runs on this data directory. */
    public Optional<ProcessHandle> running() throws IOException {
        Path file = file();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= LINE_OF_START) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(LINE_OF_PID).strip());
            Instant started = Instant.ofEpochSecond(
                    Long.parseLong(lines.get(LINE_OF_START).strip()));
            return ProcessHandle.of(pid).filter(process -> isServer(process, started));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Removes the note of a server that is gone; PostgreSQL itself would refuse to start if its number was reused. */
    public void removeIfStale() throws IOException {
        if (running().isEmpty()) {
            Files.deleteIfExists(file());
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private boolean isServer(ProcessHandle process, Instant started) {
        ProcessHandle.Info info = process.info();
        boolean sameStart = info.startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) < 0)
                .orElse(false);
        boolean sameDirectory =
                info.commandLine().map(line -> line.contains(data.toString())).orElse(false);
        return process.isAlive() && sameStart && sameDirectory;
    }
}
