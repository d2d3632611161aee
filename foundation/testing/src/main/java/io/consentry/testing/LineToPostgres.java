package io.consentry.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Something on the line between a service and the PostgreSQL of {@link PostgresAndKeys}. Restrict it to the class that
 * needs it, since a resource is everybody's otherwise.
 *
 * @param <L> the line
 */
abstract class LineToPostgres<L extends Closeable> implements QuarkusTestResourceLifecycleManager {

    private final AtomicReference<@Nullable L> place;

    /** @param place where tests find the line, for as long as it is open */
    LineToPostgres(AtomicReference<@Nullable L> place) {
        this.place = place;
    }

    abstract L open(int databasePort) throws IOException;

    abstract int port(L line);

    /** What the service must be told besides where its database is. */
    Map<String, String> settings() {
        return Map.of();
    }

    static <L> L open(AtomicReference<@Nullable L> place) {
        L line = place.get();
        if (line == null) {
            throw new IllegalStateException("There is no line: is the test annotated with its resource?");
        }
        return line;
    }

    /** After the server has started, and so that its address gives way to that of the line. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            L line = open(PostgresAndKeys.postgres().port());
            place.set(line);
            Map<String, String> told = new HashMap<>(settings());
            told.put("consentry.database.address", "127.0.0.1:" + port(line));
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try (L line = place.getAndSet(null)) {
            // closed, where it was opened
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
