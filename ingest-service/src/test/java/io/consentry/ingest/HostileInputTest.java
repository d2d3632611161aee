package io.consentry.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database could not take, or nobody could read, must be refused in words, wherever it is sent. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class HostileInputTest {

    private static void refused(Response answer) {
        answer.then()
                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue());
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.of(role, role.equals("operator") ? "X00001" : Samples.PHARMACY))
                .urlEncodingEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/update-records?status=%00",
                "/update-records?after=a%00",
                "/update-records?limit=-1",
                "/update-records?limit=501",
                "/update-records?limit=many",
                "/update-records?limit=99999999999999999999",
                "/update-records/a%00b",
                "/update-records/%ED%A0%80",
                "/update-records/%2e%2e%2ffallbacks",
                "/update-records/%FF%FE",
                "/fallbacks?status=%00",
                "/fallbacks?after=%00",
                "/fallbacks?limit=2147483648",
                "/corrections?status=open%00",
                "/corrections?after=%C0%80",
                "/corrections?limit=0",
            })
    void question_isRefused_andNothingBreaks(String path) {
        refused(as("pharmacy").get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-", "-1-1", "99999999999999999999-1", "1-1%00"})
    void placeAmongTheNews_isRefused_andNothingBreaks(String place) {
        refused(as("pharmacy").header("Last-Event-ID", place).get("/update-records/events"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sender-systems?system=a%00b",
                "/sender-systems?from=yesterday",
                "/sender-systems?to=%00",
                "/sender-systems?from=2026-13-45T99:99:99Z",
            })
    void operatorsQuestion_isRefused_andNothingBreaks(String path) {
        refused(as("operator").get(path));
    }

    @Test
    void operatorsQuestion_ofAnyTime_isAnswered() {
        for (String times : new String[] {
            "from=-1000000000-01-01T00:00:00Z&to=%2B1000000000-12-31T23:59:59Z", "to=-1000000000-01-01T00:00:00Z"
        }) {
            as("operator").get("/sender-systems?" + times).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": \"-1000000000-01-01T00:00:00Z\", \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": \"-9999-01-01T00:00:00Z\", \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": \"+1000000000-01-01T00:00:00Z\", \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": 1e999999999, \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": -1e18, \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"a\\u0000\", \"sentAt\": \"2026-01-05T10:00:00Z\", \"reference\": \"x\"}",
                "fallbacks/%s/proof | {\"channel\": \"post\", \"sentAt\": \"2026-01-05T10:00:00Z\", \"reference\": \"\\ud83d\"}",
                "fallbacks/%s/proof | []",
                "fallbacks/%s/proof | 7",
                "fallbacks/%s/proof | null",
                "fallbacks/%s/proof | ''",
                "fallbacks/%s/proof | {\"channel\":",
                "fallbacks/%s/proof | <proof/>",
                "corrections/%s/statement | {\"action\": \"sent-to-the-right-practice\", \"takenAt\": \"-1000000000-01-01T00:00:00Z\", \"reference\": \"x\"}",
                "corrections/%s/statement | {\"action\": \"sent-to-the-right-practice\", \"takenAt\": -1e15, \"reference\": \"x\"}",
                "corrections/%s/statement | {\"action\": [], \"takenAt\": {}, \"reference\": []}",
                "corrections/%s/statement | null",
                "update-records/%s/withdraw | {\"reason\": \"a\\u0000\"}",
                "update-records/%s/withdraw | {\"reason\": 0}",
                "update-records/%s/withdraw | {\"reason\": {\"reason\": \"wrong-patient\"}}",
                "update-records/%s/withdraw | ''",
                "update-records/a%%00b/withdraw | {\"reason\": \"wrong-patient\"}",
            })
    void pharmacysWords_areRefused_andNothingBreaks(String path, String body) {
        refused(as("pharmacy")
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/" + String.format(path, UUID.randomUUID())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pharmacy\": \"a\\u0000b\", \"reason\": \"x\"}",
                "{\"system\": \"a\\u0000b\", \"reason\": \"x\"}",
                "{\"system\": \"\\ud83d\", \"reason\": \"x\"}",
                "{\"system\": \"a\", \"reason\": \"\\udc00\"}",
                "{\"system\": \"a\", \"pharmacy\": \"FXX99\", \"reason\": \"x\"}",
                "{\"system\": [], \"reason\": \"x\"}",
                "null",
                "''",
            })
    void operatorsWords_areRefused_andNothingBreaks(String body) {
        refused(as("operator")
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/sender-suspensions"));
    }

    @Test
    void deepWords_andEncodedOnes_areRefused_andNothingBreaks() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        refused(as("pharmacy")
                .header("Content-Type", "application/json")
                .body(deep.getBytes(StandardCharsets.UTF_8))
                .post("/fallbacks/" + UUID.randomUUID() + "/proof"));
        refused(as("pharmacy")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/fallbacks/" + UUID.randomUUID() + "/proof"));
        refused(as("operator").delete("/sender-suspensions/a%00b"));
        refused(as("pharmacy").get("/update-records?after=" + "1-".repeat(1_000)));
    }
}
