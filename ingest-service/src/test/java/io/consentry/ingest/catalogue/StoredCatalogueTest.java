package io.consentry.ingest.catalogue;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.ClosedDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class StoredCatalogueTest {

    private static final String CONTRACEPTION = "1659121000000101";
    private static final String READS_THAT_WAIT =
            "select count(*) from pg_locks where relation = 'service_code'::regclass and not granted";

    @Inject
    StoredCatalogue catalogue;

    @Test
    void noMessageWaits_whileTheCatalogueIsReadAgain() throws Exception {
        assertThat(catalogue.serviceOf(CONTRACEPTION)).contains("contraception");
        ExecutorService others = Executors.newCachedThreadPool();
        try (Connection owner = Tables.as(SuiteDatabase.INGEST.owner());
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table service_code in access exclusive mode");
            Future<?> reading = others.submit(this::readAgainOnceConnected);
            await().atMost(10, SECONDS).until(() -> Tables.count(owner, READS_THAT_WAIT) >= 1);

            Future<Optional<String>> message = others.submit(() -> catalogue.serviceOf(CONTRACEPTION));

            assertThat(message.get(5, SECONDS)).contains("contraception");
            assertThat(reading).isNotDone();
            owner.rollback();
            reading.get(10, SECONDS);
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void whatIsKnown_staysKnownWhileItCannotBeRead() throws SQLException {
        catalogue.readAgain();
        try (ClosedDatabase away = ClosedDatabase.of(SuiteDatabase.INGEST)) {
            assertThatThrownBy(catalogue::readAgain).isInstanceOf(CatalogueUnavailableException.class);

            assertThat(catalogue.serviceOf(CONTRACEPTION)).contains("contraception");
        }
    }

    /** Another test may have had the pool's connections ended, and each is found to be so when it is next used. */
    private void readAgainOnceConnected() {
        await().atMost(20, SECONDS)
                .ignoreException(CatalogueUnavailableException.class)
                .until(() -> {
                    catalogue.readAgain();
                    return true;
                });
    }
}
