package io.consentry.local.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that holds everything the sandbox keeps: data, secrets, logs, and what is running.
 *
 * @param directory absolute
 */
public record Home(Path directory) {

    /** The property, on the command line of every process of a suite, that says which home it belongs to. */
    public static final String PROPERTY = "consentry.home";

    private static final String VARIABLE = "CONSENTRY_HOME";

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /** {@code CONSENTRY_HOME} where it is set, else {@code .consentry} in the project. */
    public static Home of(Project project) {
        String given = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return new Home(given == null || given.isBlank() ? project.root().resolve(".consentry") : Path.of(given));
    }

    public Path secrets() {
        return directory.resolve("secrets");
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** What the suite says while it starts and stops. */
    public Path suiteLog() {
        return log("suite");
    }

    public Path runRecord() {
        return directory.resolve("run.json");
    }

    public Path lock() {
        return directory.resolve("lock");
    }

    /** Held while keys are rotated: {@link #lock} is held by the suite, which runs meanwhile. */
    public Path lockForKeys() {
        return directory.resolve("keys-lock");
    }

    public Path postgresData() {
        return directory.resolve("postgresql").resolve("data");
    }

    /** Says that the data directory was once complete; without it an interrupted first start is not mistaken for data. */
    public Path postgresComplete() {
        return directory.resolve("postgresql").resolve("data-is-complete");
    }

    public Path postgresPrograms() {
        return directory.resolve("postgresql").resolve("programs");
    }

    /** What Java has learnt of the services, for faster starts. May be deleted at any time. */
    public Path learnt() {
        return directory.resolve("learnt");
    }

    /** The argument that marks a process as one of this home. */
    public String marker() {
        return "-D" + PROPERTY + "=" + directory;
    }

    /** What lies in this one and may be a home: wherever there is a lock. Where a link leads does not lie here. */
    public List<Home> within() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .map(Home::new)
                    .filter(home -> Files.isRegularFile(home.lock(), LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    public void create() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(logs());
    }
}
