package io.consentry.testing;

import io.consentry.postgres.DurablePostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the PostgreSQL that the suite really runs on, empty, and tells the service where it is and whose tokens to
 * trust. Use as {@code @QuarkusTestResource(PostgresAndKeys.class)}.
 */
public class PostgresAndKeys implements QuarkusTestResourceLifecycleManager {

    /** The password of every role in tests; see {@link io.consentry.postgres.SuiteDatabase} for the roles. */
    public static final String PASSWORD = TemporaryPostgres.PASSWORD;

    private static volatile @Nullable TemporaryPostgres running;

    @Override
    public Map<String, String> start() {
        try {
            TemporaryPostgres postgres = TemporaryPostgres.start();
            running = postgres;
            return Map.of(
                    "consentry.database.address",
                    postgres.server().address(),
                    "consentry.database.password",
                    PASSWORD,
                    "consentry.identity.public-key",
                    TestKeys.publicKey(TestKeys.IDENTITY),
                    "consentry.service.public-key",
                    TestKeys.publicKey(TestKeys.SERVICE),
                    "consentry.service.signing-key",
                    TestKeys.privateKey(TestKeys.SERVICE),
                    "quarkus.http.test-port",
                    "0",
                    "quarkus.management.test-port",
                    "0",
                    // What was packaged knows no test ports.
                    "quarkus.management.port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server of this test run, for tests that look underneath the service. */
    public static DurablePostgres postgres() {
        TemporaryPostgres postgres = running;
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL is not running: is the test annotated with PostgresAndKeys?");
        }
        return postgres.server();
    }

    @Override
    public void stop() {
        TemporaryPostgres postgres = running;
        running = null;
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
