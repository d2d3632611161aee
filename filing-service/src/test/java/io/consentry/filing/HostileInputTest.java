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
import org.junit.jupiter.api.Test;
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
                "/items?limit=0",
                "/items?limit=-2147483649",
                "/items?limit=many",
                "/items?status=%00",
                "/items?next=%00",
                "/items?next=AAAA",
                "/items?next=OTk5OTk5OTk5OTksMjAyNi0wMy0wMlQwOTozMDowMFosYQ",
                "/items/%ED%A0%80",
                "/filed?after=%00",
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
    @ValueSource(strings = {"next=%00", "next=worklist-%00", "next=elsewhere-a", "next=a", "limit=0", "limit=501"})
    void listOfDeadLetters_isRefused_andNothingBreaks(String question) {
        refused(verbatim(given().auth().oauth2(TestTokens.of("operator", "X00001")))
                .get("/dead-letters?" + question));
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
                "note | <note/>",
                "note | [[]]",
                "assign | {\"to\": \"half \\ud83d\"}",
                "reject | null",
                "reject | {\"reason\": \"other\", \"note\": {}}",
                "retract | {\"reason\": \"\\ud83d\"}",
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
    @ValueSource(
            strings = {"0", "*", "\"0", "\"\"0\"\"", "W/\"0\"", "\"0\", \"1\"", "\"99999999999999999999\"", "\"-1\""})
    void versionThatNobodyGave_isRefused_andNothingBreaks(String version) {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        refused(ada.file(item, version, "{}"));
        refused(ada.file(item, "\"" + "9".repeat(4_000) + "\"", "{}"));
    }

    /** What a person writes is kept as it is, if need be without half a character that no text can hold. */
    @Test
    void note_withHalfACharacter_isKept() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        ada.act(item, "note", "\"0\"", "{\"note\": \"half \\ud83d, and a zero \\u0000\"}")
                .then()
                .statusCode(200);
        ada.reject(item, "\"1\"", "{\"reason\": \"other\", \"note\": \"half \\ud83d, and a zero \\u0000\"}")
                .then()
                .statusCode(200);
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
                "/recalls | {\"pharmacy\": \"FQW30\", \"reason\": \"x\", \"from\": 1e999999999}",
                "/recalls | {\"pharmacy\": \"FQW30\", \"reason\": \"half \\ud83d\"}",
                "/recalls | {\"system\": \"half \\ud83d\", \"reason\": \"x\"}",
                "/recalls | {\"codes\": [\"a\\u0000\"], \"reason\": \"x\"}",
                "/recalls | {\"codes\": [[]], \"reason\": \"x\"}",
                "/recalls | null",
                "/recalls | <recall/>",
                "/dead-letters/a%00b/retry | {}",
                "/dead-letters/received-99999999999999999999/retry | {}",
                "/rebuilds/a%00b | {}",
            })
    void operatorsRequest_isRefused_andNothingBreaks(String path, String body) {
        refused(verbatim(given().auth().oauth2(TestTokens.of("operator", "X00001")))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path));
    }
}
