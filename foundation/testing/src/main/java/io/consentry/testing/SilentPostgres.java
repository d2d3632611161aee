package io.consentry.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line to the PostgreSQL of {@link PostgresAndKeys} that tests can let fall silent, and a service that waits for an
 * answer for two seconds only. Restrict it to the class that needs it, since a resource is everybody's otherwise.
 */
public class SilentPostgres implements QuarkusTestResourceLifecycleManager {

    private static volatile @Nullable SilentLine line;

    /** After the server has started, and so that its address gives way to that of the line. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            SilentLine started = SilentLine.to(PostgresAndKeys.postgres().port());
            line = started;
            return Map.of(
                    "consentry.database.address",
                    "127.0.0.1:" + started.port(),
                    "consentry.database.answer-within",
                    "2");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies between the service and its database. */
    public static SilentLine line() {
        SilentLine started = line;
        if (started == null) {
            throw new IllegalStateException("There is no line: is the test annotated with SilentPostgres?");
        }
        return started;
    }

    @Override
    public void stop() {
        SilentLine started = line;
        line = null;
        if (started != null) {
            started.close();
        }
    }
}
