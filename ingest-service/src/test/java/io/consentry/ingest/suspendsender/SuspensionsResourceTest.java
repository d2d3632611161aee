package io.consentry.ingest.suspendsender;

import static io.consentry.ingest.Sending.send;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Organization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class SuspensionsResourceTest {

    private static final String PRACTICE = "SUSP01";

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @AfterEach
    void consentIsBack() {
        Neighbours.CONSENT.comeBack();
    }

    @Test
    void aSuspendedSystem_isRefusedWith20012_untilItIsLifted_andOpensDuties() throws SQLException {
        byte[] message = madeBy("Leaky Till", "1.0");
        xml(PRACTICE, message).statusCode(202);
        String id = suspend("{\"system\": \"Leaky Till 1.0\", \"reason\": \"wrong codes\"}")
                .statusCode(201)
                .extract()
                .path("id");

        byte[] next = madeBy("Leaky Till", "1.0");
        xml(PRACTICE, next)
                .statusCode(403)
                .body("type", equalTo("/problems/sender-suspended"))
                .body("itkCode", equalTo("20012"))
                .body("fallback.id", notNullValue());
        xml(PRACTICE, message).statusCode(200);
        xml(PRACTICE, madeBy("Leaky Till", "1.1")).statusCode(202);
        assertThat(Tables.count(
                        "select count(*) from message where practice = ? and 'Leaky Till 1.0' = any (systems)",
                        PRACTICE))
                .isEqualTo(1);

        operator()
                .get("/sender-systems?system=Leaky Till")
                .then()
                .statusCode(200)
                .body("systems.names.flatten()", hasItems("Leaky Till 1.0", "Leaky Till 1.1"))
                .body("systems.messages", contains(1, 1));
        operator().get("/sender-systems?from=yesterday").then().statusCode(400);
        operator()
                .get("/sender-systems?from=0001-01-01T00:00:00Z&to=2001-01-01T00:00:00Z")
                .then()
                .body("systems", hasSize(0));

        lift(id).statusCode(200).body("liftedAt", notNullValue());
        lift(id).statusCode(200);
        xml(PRACTICE, next).statusCode(202);
        assertThat(Tables.count(
                        "select count(*) from fallback where practice = ? and closed_by = 'delivery'", PRACTICE))
                .isEqualTo(1);
        operator().get("/sender-suspensions").then().body("suspensions.id", hasItem(id));
    }

    @Test
    void aSuspendedPharmacysHeldMessage_isDeclined() throws SQLException {
        Neighbours.CONSENT.goAway();
        byte[] message = Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.first(bundle, Organization.class)
                .getIdentifierFirstRep()
                .setValue("FSUS01"));
        String id = send("FSUS01", PRACTICE, message, MalformedMessages.XML)
                .statusCode(202)
                .extract()
                .path("id");
        suspend("{\"pharmacy\": \"FSUS01\", \"reason\": \"under review\"}").statusCode(201);
        suspend("{\"pharmacy\": \"FSUS01\", \"reason\": \"again\"}").body("reason", equalTo("under review"));
        Neighbours.CONSENT.comeBack();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> Tables.count(
                                "select count(*) from timeline_entry where message_id = ?::uuid"
                                        + " and status = 'declined' and reason = 'sender-suspended'",
                                id)
                        == 1);
        assertThat(Tables.count("select count(*) from fallback where sender = 'FSUS01' and closed_at is null"))
                .isEqualTo(1);
    }

    @Test
    void onlyOperatorsSuspend_andOnlyWhatTheyName() {
        for (String wrong : new String[] {
            "{}",
            "{\"reason\": \"x\"}",
            "{\"pharmacy\": \"F1111\", \"system\": \"x\", \"reason\": \"x\"}",
            "{\"pharmacy\": \"no code\", \"reason\": \"x\"}",
            "{\"system\": \"x\", \"reason\": \"patient 999 000 0018\"}"
        }) {
            suspend(wrong).statusCode(400);
        }
        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .get("/sender-suspensions")
                .then()
                .statusCode(403);
        lift("no-id").statusCode(404);
    }

    private static byte[] madeBy(String software, String version) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.first(bundle, MessageHeader.class)
                .getSource()
                .setSoftware(software)
                .setVersion(version));
    }

    private static ValidatableResponse suspend(String order) {
        return operator()
                .contentType("application/json")
                .body(order)
                .post("/sender-suspensions")
                .then();
    }

    private static ValidatableResponse lift(String id) {
        return operator().delete("/sender-suspensions/{id}", id).then();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("operator", "OPS01"));
    }
}
