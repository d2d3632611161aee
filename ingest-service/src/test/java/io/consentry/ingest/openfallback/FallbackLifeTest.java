package io.consentry.ingest.openfallback;

import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.consentry.database.TenantTransactions;
import io.consentry.events.FallbackAddressSet;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class FallbackLifeTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    @Inject
    TenantTransactions transactions;

    @Inject
    FallbackConfig config;

    @BeforeEach
    void consentIsThere() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void aDuty_goesWhereThePracticeWantsIt_now() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        refused("FADR01", message, config.address());
        wants("records@fadr01.example", AT.plusSeconds(1));
        wants("old@fadr01.example", AT);
        refused("FADR01", message, "records@fadr01.example");

        wants(null, AT.plusSeconds(2));
        refused("FADR01", message, config.address());
    }

    @Test
    void whatWasProvedToBeDelivered_andIsSentAllTheSame_isFlaggedForTheReviewer() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String duty = refused("FELS01", message, config.address());
        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .contentType("application/json")
                .body(Map.of("channel", "nhsmail-pdf", "sentAt", "2026-01-05T10:00:00Z", "reference", "mail 1"))
                .post("/fallbacks/{id}/proof", duty)
                .then()
                .statusCode(200);
        Neighbours.CONSENT.optIn("FELS01");

        String id = accepted("FELS01", message)
                .body("status", equalTo("pending"))
                .extract()
                .path("id");
        flags(id).body("consultations[0].consultation.flags.rule", hasItem("also-sent-elsewhere"));
        String other = accepted("FELS01", Samples.unique(Samples.PHARMACY_FIRST))
                .extract()
                .path("id");
        flags(other).body("consultations[0].consultation.flags.rule", not(hasItem("also-sent-elsewhere")));
    }

    @Test
    void aDutyWithProof_isRememberedByItsDocument_too() {
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST);
        String duty = refused("FELS02", message, config.address());
        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .contentType("application/json")
                .body(Map.of("channel", "nhsmail-pdf", "sentAt", "2026-01-05T10:00:00Z", "reference", "mail 2"))
                .post("/fallbacks/{id}/proof", duty)
                .then()
                .statusCode(200);
        Neighbours.CONSENT.optIn("FELS02");

        byte[] anew = new String(message, StandardCharsets.UTF_8)
                .replaceFirst("(<identifier>.*?<value value=\")[^\"]+", "$1" + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        String id = accepted("FELS02", anew).extract().path("id");
        flags(id).body("consultations[0].consultation.flags.rule", hasItem("also-sent-elsewhere"));
    }

    @Test
    void aDutyThatIsOpenForTooLong_isListed() throws Throwable {
        String duty = refused("FOVE01", Samples.unique(Samples.PHARMACY_FIRST), config.address());
        Clock tomorrow = Clock.offset(Clock.systemUTC(), config.overdueAfter().plusMinutes(1));

        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .get("/fallbacks?status=overdue")
                .then()
                .statusCode(200)
                .body("fallbacks", hasSize(0));
        FallbackDuties later = new FallbackDuties(transactions, config, tomorrow);
        Duty.Page page = VertxContextSupport.subscribeAndAwait(
                () -> later.page(Samples.PHARMACY, Duty.OVERDUE, new UUID(0, 0), 500));
        assertThat(page.fallbacks())
                .filteredOn(Duty::overdue)
                .extracting(told -> told.id().toString())
                .contains(duty);

        assertThat(new OverdueDuties(database, config, tomorrow).bySender())
                .extracting(OverdueSender::pharmacy)
                .contains(Samples.PHARMACY);
        given().auth()
                .oauth2(TestTokens.of("operator", "OPS01"))
                .get("/fallbacks/overdue")
                .then()
                .statusCode(200)
                .body("senders", hasSize(0));
    }

    private static void wants(@Nullable String address, Instant at) {
        Neighbours.FILING.tell(new FallbackAddressSet("FADR01", at, address));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> Tables.count(
                                "select count(*) from fallback_address where practice = 'FADR01' and set_at >= ?::timestamptz",
                                at.toString())
                        == 1);
    }

    private static String refused(String practice, byte[] message, String address) {
        Neighbours.CONSENT.optOut(practice);
        return xml(practice, message)
                .statusCode(409)
                .body("fallback.address", equalTo(address))
                .extract()
                .path("fallback.id");
    }

    private static ValidatableResponse accepted(String practice, byte[] message) {
        return xml(practice, message).statusCode(202);
    }

    private static ValidatableResponse flags(String id) {
        return given().auth()
                .oauth2(TestTokens.ofService("filing-service"))
                .contentType("application/json")
                .body("{\"ids\": [\"" + id + "\"]}")
                .post("/internal/consultations")
                .then()
                .statusCode(200);
    }
}
