package io.consentry.testing;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A line that tests can let fall silent, and a service that waits for an answer for two seconds only. */
public class SilentPostgres extends LineToPostgres<SilentLine> {

    private static final AtomicReference<@Nullable SilentLine> LINE = new AtomicReference<>();

    public SilentPostgres() {
        super(LINE);
    }

    /** What lies between the service and its database. */
    public static SilentLine line() {
        return open(LINE);
    }

    @Override
    SilentLine open(int databasePort) throws IOException {
        return SilentLine.to(databasePort);
    }

    @Override
    int port(SilentLine line) {
        return line.port();
    }

    @Override
    Map<String, String> settings() {
        return Map.of("consentry.database.answer-within", "2");
    }
}
