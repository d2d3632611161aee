package io.consentry.testing;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the line who hears every question of the service: for tests of how often it asks. What a service costs is mostly
 * how often it goes to the database, and unlike time that can be counted.
 */
public class CountedPostgres extends LineToPostgres<OverheardDatabase> {

    private static final AtomicReference<@Nullable OverheardDatabase> LINE = new AtomicReference<>();

    public CountedPostgres() {
        super(LINE);
    }

    /** What is heard. */
    public static OverheardDatabase line() {
        return open(LINE);
    }

    @Override
    OverheardDatabase open(int databasePort) throws IOException {
        return OverheardDatabase.to(databasePort);
    }

    @Override
    int port(OverheardDatabase line) {
        return line.port();
    }
}
