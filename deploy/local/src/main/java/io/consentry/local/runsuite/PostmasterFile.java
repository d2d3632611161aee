package io.consentry.local.runsuite;

import io.consentry.local.place.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's note of its own process in the data directory. It outlives a crash, so it is believed only when the process
 * with that number is a PostgreSQL that serves this very directory: there is never more than one. The time in the note
 * says nothing, since the clock may have been set.
 */
public final class PostmasterFile {

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
        try (Stream<String> lines = Files.lines(file)) {
            long pid = Long.parseLong(lines.findFirst().orElse("").strip());
            return ProcessHandle.of(pid).filter(this::isServer);
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

    private boolean isServer(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return process.isAlive() && command.contains("/postgres -D " + data + " ");
    }
}
