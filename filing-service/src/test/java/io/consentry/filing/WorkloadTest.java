package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class WorkloadTest {

    private static final String MARCH = "?from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String received(SentMessage message) {
        message.send();
        ada.awaitItem(message.id());
        return message.id();
    }

    private Response workload(String query) {
        return ada.asking().accept("application/json").get("/practices/" + practice + "/workload" + query);
    }

    @Test
    void workload_countsWhatCameAndWhatBecameOfIt_andNamesNobody() {
        SentMessage morning = SentMessage.to(practice).at(Instant.parse("2026-03-02T09:30:00Z"));
        ada.file(received(morning), "\"0\"", "{}").then().statusCode(200);
        SentMessage changed = SentMessage.to(practice).from("FOTHER").at(Instant.parse("2026-03-02T10:00:00Z"));
        ada.file(received(changed), "\"0\"", "{\"exclude\": [\"entry-medicine\"]}")
                .then()
                .statusCode(200);
        SentMessage rejected =
                SentMessage.to(practice).about("contraception").at(Instant.parse("2026-03-03T10:00:00Z"));
        ada.reject(received(rejected), "\"0\"", "{\"reason\": \"other\"}")
                .then()
                .statusCode(200);
        received(SentMessage.to(practice).flagged().at(Instant.parse("2026-03-29T23:30:00Z")));
        received(SentMessage.to(practice).at(Instant.parse("2026-05-01T10:00:00Z")));

        Response march = workload(MARCH);
        march.then()
                .statusCode(200)
                .body("total.received", equalTo(4))
                .body("total.filed", equalTo(2))
                .body("total.changed", equalTo(1))
                .body("total.rejected", equalTo(1))
                .body("total.pending", equalTo(1))
                .body("total.flagged", equalTo(1))
                .body("total.requestedActions", equalTo(4))
                .body("total.medianMinutesToFile", greaterThan(0f))
                .body("byDay.find { it.key == '2026-03-02' }.counts.received", equalTo(2))
                .body("byDay.find { it.key == '2026-03-30' }.counts.pending", equalTo(1))
                .body("byService.find { it.key == 'contraception' }.counts.rejected", equalTo(1))
                .body("byPharmacy.find { it.key == 'FOTHER' }.counts.changed", equalTo(1))
                .body("backlog.pending", equalTo(2))
                .body("backlog.oldestMinutes", greaterThan(1000f))
                .body(not(containsString(SentMessage.CANARY)))
                .body(not(containsString(SentMessage.NHS_NUMBER)));
        String table = ada.asking()
                .accept("text/csv")
                .get("/practices/" + practice + "/workload" + MARCH)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asString();
        assertThat(table.lines())
                .hasSize(1 + 1 + 3 + 2 + 2)
                .anyMatch(line -> line.startsWith("total,,4,2,1,1,0,1,1,4,"));
    }

    @Test
    void workload_isForThePracticeAndForOperators_andForNobodyElse() {
        String path = "/practices/" + practice + "/workload";
        given().auth()
                .oauth2(TestTokens.of("operator", "X00001"))
                .get(path)
                .then()
                .statusCode(200)
                .body("total.received", equalTo(0))
                .body("backlog.pending", equalTo(0));
        given().auth()
                .oauth2(TestTokens.of("practice", "Z99999"))
                .get(path)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("pharmacy", practice))
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?to=9990000018",
                "?from=2026-04-01T00:00:00Z&to=2026-03-01T00:00:00Z",
                "?from=2020-01-01T00:00:00Z&to=2026-03-01T00:00:00Z"
            })
    void workload_isRefused_forTimesThatMeanNothing(String query) {
        workload(query).then().statusCode(400).body(not(containsString("9990000018")));
    }
}
