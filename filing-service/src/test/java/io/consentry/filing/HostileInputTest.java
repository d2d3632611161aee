package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database could not take must be refused before it is asked: times beyond its calendar, and zero bytes. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class HostileInputTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private static void refused(Response answer) {
        answer.then()
                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                .contentType("application/problem+json");
    }

    private static RequestSpecification verbatim(RequestSpecification asking) {
        return asking.urlEncodingEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items?receivedFrom=%2B1000000000-12-31T23:59:59Z",
                "/items?receivedBefore=-1000000000-01-01T00:00:00Z",
                "/items?assignee=%00",
                "/items?service=a%00",
                "/items?next=MSwrMTAwMDAwMDAwMC0xMi0zMVQyMzo1OTo1OVosYQ",
                "/items/a%00b",
                "/items/a%00b/openings",
                "/items/a%00b/changes",
                "/items/a%00b/original",
                "/items/a%00b/filed",
                "/items/a%00b/replaced",
                "/items/a%00b/attachments/1",
                "/items/a/attachments/99999999999",
                "/items/a/attachments/-1",
                "/filed?after=-1",
                "/filed?after=99999999999999999999",
                "/workload?to=-1000000000-01-01T00:00:00Z",
                "/workload?from=%2B1000000000-12-30T00:00:00Z&to=%2B1000000000-12-31T00:00:00Z",
                "/workload?from=%2B1000000000-12-31T23:59:59Z",
                "/workload?from=-1000000000-01-01T00:00:00Z&to=%2B1000000000-12-31T23:59:59Z",
            })
    void question_isRefused_andNothingBreaks(String path) {
        refused(verbatim(ada.asking()).get("/practices/" + practice + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a%00b/items"})
    void recall_isRefused_andNothingBreaks(String path) {
        refused(verbatim(ada.asking()).get("/recalls/" + path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file | {\"exclude\": [\"a\\u0000\"]}",
                "file | {\"note\": 7, \"exclude\": \"all\"}",
                "assign | {\"to\": \"a\\u0000\"}",
                "assign | []",
                "reject | {\"reason\": \"a\\u0000\"}",
                "retract | {\"reason\": {}}",
                "note | {\"note\": null}",
            })
    void act_isRefused_andNothingBreaks(String act, String body) {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        refused(ada.act(item, act, "\"0\"", body));
        refused(verbatim(ada.asking())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"reason\": \"other\", \"to\": \"bob\", \"note\": \"a\"}")
                .post("/practices/" + practice + "/items/a%00b/" + act));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/items/search | {\"surname\": \"abc\\u0000\", \"nhsNumber\": \"\\u0000\"}",
                "/items/reject-all | {\"receivedBefore\": \"+1000000000-12-31T23:59:59Z\", \"reason\": \"other\"}",
                "/filings | {\"items\": [{\"id\": \"\", \"version\": -9}, null]}",
                "/filed/imported | {\"upTo\": 9223372036854775807}",
            })
    void request_isRefused_andNothingBreaks(String path, String body) {
        refused(ada.asking().contentType(ContentType.JSON).body(body).post("/practices/" + practice + path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/recalls | {\"system\": \"a\\u0000\", \"reason\": \"x\"}",
                "/recalls | {\"pharmacy\": \"FQW30\", \"reason\": \"x\\u0000\"}",
                "/recalls | {\"pharmacy\": \"FQW30\", \"reason\": \"x\", \"from\": \"-1000000000-01-01T00:00:00Z\"}",
                "/dead-letters/a%00b/retry | {}",
                "/rebuilds/a%00b | {}",
            })
    void operatorsRequest_isRefused_andNothingBreaks(String path, String body) {
        refused(verbatim(given().auth().oauth2(TestTokens.of("operator", "X00001")))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path));
    }
}
