package io.consentry.ingest.sharecontent;

import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class SharedContentResourceTest {

    private static final String PRACTICE = "S00001";

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void givesConsultations_andLeavesOutWhatIsUnknownOrHeld() {
        String one = accepted(Samples.unique(Samples.PHARMACY_FIRST));
        String other = accepted(Samples.unique(Samples.CONTRACEPTION));
        Neighbours.CONSENT.goAway();
        String held =
                xml("S00002", Samples.unique(Samples.PHARMACY_FIRST)).extract().path("id");
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.goAway();

        service()
                .contentType("application/json")
                .body(Map.of("ids", List.of(one, UUID.randomUUID().toString(), other, held)))
                .post("/internal/consultations")
                .then()
                .statusCode(200)
                .body("consultations", hasSize(2))
                .body("consultations.consultation.service", containsInAnyOrder("pharmacy-first", "contraception"))
                .body("consultations.find { it.id == '" + one + "' }.consultation.patient.family", equalTo("SPECIMEN"))
                .body(
                        "consultations.find { it.id == '" + other + "' }.consultation.flags[0].rule",
                        equalTo("pregnancy"));
    }

    @Test
    void givesTheOthers_whereOneCannotBeOpened() throws Exception {
        String damaged = accepted(Samples.unique(Samples.PHARMACY_FIRST));
        String whole = accepted(Samples.unique(Samples.PHARMACY_FIRST));
        try (Connection owner = Tables.as(SuiteDatabase.INGEST.owner());
                Statement damage = owner.createStatement()) {
            damage.execute("alter table message_content no force row level security");
            assertThat(damage.executeUpdate("update message_content set consultation = 'junk'::bytea"
                            + " where message_id = '" + damaged + "'"))
                    .isEqualTo(1);
            damage.execute("alter table message_content force row level security");
        }

        service()
                .contentType("application/json")
                .body(Map.of("ids", List.of(damaged, whole)))
                .post("/internal/consultations")
                .then()
                .statusCode(200)
                .body("consultations.id", contains(whole));
    }

    @Test
    void givesTheOriginal_byteForByte_untilItIsErased() throws Exception {
        byte[] message = Samples.unique(Samples.BLOOD_PRESSURE);
        String id = accepted(message);

        byte[] original = service()
                .get("/internal/originals/{id}", id)
                .then()
                .statusCode(200)
                .contentType("application/fhir+xml")
                .extract()
                .asByteArray();
        assertThat(original).isEqualTo(message);

        try (Connection connection = Tables.asRuntime();
                PreparedStatement erase =
                        connection.prepareStatement("delete from message_content where message_id = ?::uuid")) {
            erase.setString(1, id);
            erase.executeUpdate();
        }
        service().get("/internal/originals/{id}", id).then().statusCode(404);
        service().get("/internal/originals/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void keepsNothingReadableInTheDatabase() throws Exception {
        accepted(Samples.unique(Samples.PHARMACY_FIRST));

        for (String table : List.of("message", "message_content", "timeline_entry", "feed_event", "held_message")) {
            assertThat(Tables.count("select count(*) from " + table + " t where t::text ~ 'SPECIMEN|9990000018'"))
                    .as(table)
                    .isZero();
        }
        assertThat(
                        Tables.count(
                                "select count(*) from message_content"
                                        + " where encode(original, 'escape') ~ 'SPECIMEN' or encode(consultation, 'escape') ~ 'SPECIMEN'"))
                .isZero();
    }

    @Test
    void isClosedToPeople_andRefusesNonsense() {
        given().auth()
                .oauth2(TestTokens.of("practice", PRACTICE))
                .get("/internal/originals/{id}", UUID.randomUUID())
                .then()
                .statusCode(401);
        for (String body : List.of("", "{}", "[]", "{\"ids\":null}", "{\"ids\":[null]}", "{\"ids\":[\"x\"]}", "x")) {
            int status = service()
                    .contentType("application/json")
                    .body(body)
                    .post("/internal/consultations")
                    .then()
                    .extract()
                    .statusCode();
            assertThat(status).as(body).isEqualTo(400);
        }
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(TestTokens.ofService("filing-service"));
    }

    private static String accepted(byte[] message) {
        return xml(PRACTICE, message).statusCode(202).extract().path("id");
    }
}
