package io.consentry.local.runsuite;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The PostgreSQL server that the services keep their databases on. */
public interface DatabaseServer extends AutoCloseable {

    /** {@code host:port}. */
    String address();

    /** What to call it while starting. */
    String description();

    /** Completed when the server ended although nobody asked it to; never for a server that is not ours. */
    CompletableFuture<?> ended();

    @Override
    void close() throws IOException;
}
