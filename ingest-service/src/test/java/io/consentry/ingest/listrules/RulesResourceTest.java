package io.consentry.ingest.listrules;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class RulesResourceTest {

    @Test
    void listsEveryRule_withItsModeAndItsCount() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn("L00001");
        Sending.xml("L00001", Samples.unique(Samples.CONTRACEPTION)).statusCode(202);

        given().auth()
                .oauth2(TestTokens.of("pharmacy", Samples.PHARMACY))
                .get("/rules")
                .then()
                .statusCode(200)
                .body("rules", hasSize(greaterThan(30)))
                .body("rules.sentence", everyItem(notNullValue()))
                .body("rules.find { it.name == 'pregnancy' }.mode", equalTo("flag"))
                .body("rules.find { it.name == 'pregnancy' }.brokenSinceStart", greaterThan(0))
                .body("rules.find { it.name == 'message-bundle' }.mode", equalTo("reject"))
                .body("rules.find { it.name == 'pregnancy' }.modes", contains("reject", "flag", "off"))
                .body("rules.find { it.name == 'possible-duplicate' }.modes", contains("flag", "off"))
                .body("rules.find { it.name == 'message-bundle' }.modes", contains("reject"))
                .body("rules.find { it.name == 'message-bundle' }.fixed", equalTo(true));
        given().get("/rules").then().statusCode(401);
    }
}
