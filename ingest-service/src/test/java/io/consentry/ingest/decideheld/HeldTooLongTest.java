package io.consentry.ingest.decideheld;

import static io.consentry.ingest.Sending.status;
import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.agroal.api.AgroalDataSource;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.ingest.openfallback.FallbackConfig;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class HeldTooLongTest {

    private static final String PRACTICE = "HOLD01";

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    @Inject
    FallbackConfig fallbacks;

    @Inject
    HoldingConfig config;

    @AfterEach
    void consentIsBack() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void tellsTheSenderAfterAnHour_andDeclinesAfterADay() throws SQLException {
        Neighbours.CONSENT.goAway();
        String id =
                xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST)).extract().path("id");

        age(Duration.ofMinutes(59));
        story("pharmacy", Samples.PHARMACY, id).body("timeline.reason", contains("consent-not-reachable"));
        age(Duration.ofMinutes(61));
        age(Duration.ofMinutes(62));
        story("pharmacy", Samples.PHARMACY, id)
                .body("timeline.reason", contains("consent-not-reachable", "still-held"));
        assertThat(status(id)).isEqualTo("held");

        age(Duration.ofHours(25));
        story("pharmacy", Samples.PHARMACY, id)
                .body("timeline.reason", contains("consent-not-reachable", "still-held", "held-too-long"));
        assertThat(status(id)).isEqualTo("declined");
        assertThat(Tables.count("select count(*) from message_content where message_id = ?::uuid", id))
                .isZero();
        assertThat(Tables.count("select count(*) from fallback where practice = ? and closed_at is null", PRACTICE))
                .isEqualTo(1);
    }

    /** Only this practice's queue: other tests hold messages too. */
    private void age(Duration later) throws SQLException {
        new HeldTooLong(database, fallbacks, config)
                .age(List.of(PRACTICE), Instant.now().plus(later));
    }
}
