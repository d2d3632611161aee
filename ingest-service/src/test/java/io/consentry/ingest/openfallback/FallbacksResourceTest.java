package io.consentry.ingest.openfallback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class FallbacksResourceTest {

    private static final Map<String, Object> PROOF =
            Map.of("channel", "nhsmail-pdf", "sentAt", "2026-01-05T10:00:00Z", "reference", "mail 4711");

    @Test
    void aRefusal_opensADuty_thatProofCloses() {
        String duty = refused("F00001");

        pharmacy(Samples.PHARMACY)
                .get("/fallbacks?status=open&limit=500")
                .then()
                .statusCode(200)
                .body("fallbacks.id", hasItem(duty))
                .body("fallbacks.find { it.id == '" + duty + "' }.practice", equalTo("F00001"))
                .body("fallbacks.find { it.id == '" + duty + "' }.overdue", equalTo(false));
        for (int i = 0; i < 2; i++) {
            prove(Samples.PHARMACY, duty, PROOF)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("proven"))
                    .body("closedAt", notNullValue());
        }
        pharmacy(Samples.PHARMACY)
                .get("/fallbacks?status=open&limit=500")
                .then()
                .body("fallbacks.id", not(hasItem(duty)));
        pharmacy(Samples.PHARMACY)
                .get("/fallbacks?status=proven&limit=1")
                .then()
                .body("fallbacks.status", contains("proven"));
    }

    @Test
    void nobodyElse_seesOrClosesIt() {
        String duty = refused("F00002");

        pharmacy("FXX99").get("/fallbacks").then().statusCode(200).body("fallbacks", hasSize(0));
        prove("FXX99", duty, PROOF).then().statusCode(404);
        prove(Samples.PHARMACY, "no-id", PROOF).then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("practice", "F00002"))
                .get("/fallbacks")
                .then()
                .statusCode(403);
        given().get("/fallbacks").then().statusCode(401);
    }

    @Test
    void aProofThatCannotBeKept_isRefused() {
        String duty = refused("F00003");

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("channel", "nhsmail-pdf", "sentAt", "2026-01-05T10:00:00Z"),
                Map.of("channel", "nhsmail-pdf", "sentAt", "2126-01-05T10:00:00Z", "reference", "x"),
                Map.of("channel", "nhsmail-pdf", "sentAt", "yesterday", "reference", "x"),
                Map.of("channel", "nhsmail-pdf", "sentAt", "2026-01-05T10:00:00Z", "reference", "x".repeat(300)),
                Map.of("channel", "a\nb", "sentAt", "2026-01-05T10:00:00Z", "reference", "x"),
                Map.of("channel", "post", "sentAt", "2026-01-05T10:00:00Z", "reference", "for 999 000 0018"))) {
            prove(Samples.PHARMACY, duty, wrong).then().statusCode(400);
        }
        for (String query : List.of("?status=lost", "?limit=0", "?after=x")) {
            int status = pharmacy(Samples.PHARMACY).get("/fallbacks" + query).statusCode();
            assertThat(status).as(query).isEqualTo(400);
        }
    }

    private static String refused(String practice) {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optOut(practice);
        return Sending.xml(practice, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(409)
                .extract()
                .path("fallback.id");
    }

    private static Response prove(String pharmacy, String duty, Map<String, Object> proof) {
        return pharmacy(pharmacy).contentType("application/json").body(proof).post("/fallbacks/{id}/proof", duty);
    }

    private static RequestSpecification pharmacy(String ods) {
        return given().auth().oauth2(TestTokens.of("pharmacy", ods));
    }
}
