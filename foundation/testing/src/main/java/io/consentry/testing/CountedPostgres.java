package io.consentry.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the line to the PostgreSQL of {@link PostgresAndKeys} who hears every question of the service: for tests of
 * how often it asks. What a service costs is mostly how often it goes to the database, and unlike time that can be
 * counted. Restrict it to the class that counts, since a resource is everybody's otherwise.
 */
public class CountedPostgres implements QuarkusTestResourceLifecycleManager {

    private static volatile @Nullable OverheardDatabase line;

    /** After the server has started, and so that its address gives way to that of the line. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        try {
            OverheardDatabase overheard =
                    OverheardDatabase.to(PostgresAndKeys.postgres().port());
            line = overheard;
            return Map.of("consentry.database.address", "127.0.0.1:" + overheard.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is heard. */
    public static OverheardDatabase line() {
        OverheardDatabase overheard = line;
        if (overheard == null) {
            throw new IllegalStateException("Nobody listens: is the test annotated with CountedPostgres?");
        }
        return overheard;
    }

    @Override
    public void stop() {
        OverheardDatabase overheard = line;
        line = null;
        if (overheard != null) {
            overheard.close();
        }
    }
}
