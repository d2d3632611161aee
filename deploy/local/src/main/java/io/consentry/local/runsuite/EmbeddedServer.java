package io.consentry.local.runsuite;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import io.consentry.postgres.DurablePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The sandbox's own PostgreSQL, whose data directory is kept. */
final class EmbeddedServer implements DatabaseServer {

    private static final long STOP_LIMIT_SECONDS = 60;

    private final DurablePostgres postgres;
    private final Optional<ProcessHandle> postmaster;

    private EmbeddedServer(DurablePostgres postgres, Optional<ProcessHandle> postmaster) {
        this.postgres = postgres;
        this.postmaster = postmaster;
    }

    static EmbeddedServer start(Home home, int port, String databasePassword) throws IOException {
        InterruptedFirstStart.clearAway(home);
        // Programs of its own: the library's default is a directory in /tmp that all users of the machine share.
        System.setProperty("ot.epg.working-dir", home.postgresPrograms().toString());
        DurablePostgres postgres = DurablePostgres.start(
                home.postgresData(), port, LocalSecrets.databaseAdminPassword(home), databasePassword);
        Path complete = home.postgresComplete();
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
        return new EmbeddedServer(postgres, PostmasterFile.of(home).running());
    }

    @Override
    public String address() {
        return postgres.address();
    }

    @Override
    public String description() {
        return "PostgreSQL";
    }

    @Override
    public CompletableFuture<?> ended() {
        return postmaster.<CompletableFuture<?>>map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }

    /** Returns when the server is gone: the library asks it to stop, but waits no more than a few seconds. */
    @Override
    public void close() throws IOException {
        postgres.close();
        if (postmaster.isPresent()) {
            try {
                postmaster.get().onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IOException("PostgreSQL did not stop within " + STOP_LIMIT_SECONDS + " s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
