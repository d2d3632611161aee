package io.consentry.ingest.countduties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.events.ItemRejected;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.ingest.opencorrection.CorrectionConfig;
import io.consentry.ingest.openfallback.FallbackConfig;
import io.consentry.testing.PostgresAndKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class OpenDutiesTest {

    private static final String PRACTICE = "DUTY01";

    @Inject
    @DataSource("runtime")
    javax.sql.DataSource database;

    @Inject
    FallbackConfig fallbacks;

    @Inject
    CorrectionConfig corrections;

    @Test
    void countsWhatSendersOwe_andWhatTheyOweForTooLong() throws SQLException {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        String id = Sending.xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
        Neighbours.FILING.tell(new ItemRejected(id, PRACTICE, Instant.now(), "wrong-patient", true, null));
        await().atMost(Duration.ofSeconds(30)).until(() -> Sending.status(id).equals("rejected"));
        Neighbours.CONSENT.optOut(PRACTICE);
        Sending.xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST)).statusCode(409);

        for (String kind : new String[] {"fallback", "correction"}) {
            String open = "select count(*) from " + kind + " where closed_at is null";
            assertThat(counted(kind + "s.open", Clock.systemUTC()))
                    .isEqualTo((double) Tables.count(open))
                    .isPositive();
            assertThat(counted(kind + "s.overdue", Clock.systemUTC()))
                    .isEqualTo((double) Tables.count(open + " and opened_at < now() - interval '1 day'"));
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
            assertThat(counted(kind + "s.overdue", later)).isEqualTo((double) Tables.count(open));
        }
    }

    private double counted(String what, Clock clock) throws SQLException {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        new OpenDuties(database, fallbacks, corrections, clock, metrics).count();
        return metrics.get("consentry." + what).gauge().value();
    }
}
