package io.consentry.testing;

import io.consentry.postgres.DurablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The PostgreSQL that the suite really runs on, empty, for some tests: once it is closed, its files are gone. */
public final class TemporaryPostgres implements AutoCloseable {

    /** Of the administrator and of every role; see {@link io.consentry.postgres.SuiteDatabase} for the roles. */
    public static final String PASSWORD = "test-only";

    private final Path folder;
    private final DurablePostgres server;

    private TemporaryPostgres(Path folder, DurablePostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** On any free port. */
    public static TemporaryPostgres start() throws IOException {
        Path folder = Files.createTempDirectory("consentry-test-");
        return new TemporaryPostgres(folder, DurablePostgres.start(folder.resolve("postgres"), 0, PASSWORD, PASSWORD));
    }

    public DurablePostgres server() {
        return server;
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileUtils.deleteDirectory(folder.toFile());
    }
}
