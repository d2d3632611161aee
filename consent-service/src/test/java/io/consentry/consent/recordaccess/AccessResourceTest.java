package io.consentry.consent.recordaccess;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.consentry.consent.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class AccessResourceTest {

    private static String told(String subject) throws SQLException {
        return ask("select string_agg(what || ' ' || asked, '; ' order by number) from log_access where actor_id = '"
                + subject + "'");
    }

    @Test
    void everyWayToReadTheLog_isRecorded_withWhoAndWhat() throws SQLException {
        String practice = newPractice();
        optIn(practice, "contraception");
        String auditor = TestTokens.of("auditor", "AUD01", "eva");
        for (String accept : new String[] {"application/json", "application/x-ndjson", "text/csv"}) {
            with(auditor)
                    .accept(accept)
                    .get("/audit/consent-events?practice=" + practice)
                    .then()
                    .statusCode(200);
        }
        with(auditor).get("/audit/consent-state?at=2026-01-01T00:00:00Z").then().statusCode(200);
        with(auditor).get("/audit/bundle?redact=true").then().statusCode(200);
        with(auditor).get("/practices/" + practice + "/consent/history").then().statusCode(200);
        String replay = with(auditor)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/audit/replays")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        with(auditor).get("/audit/replays/" + replay).then().statusCode(200);

        assertThat(told("eva"))
                .isEqualTo("GET /audit/consent-events {\"practice\": \"" + practice + "\"}; "
                        + "GET /audit/consent-events {\"as\": \"application/x-ndjson\", \"practice\": \"" + practice
                        + "\"}; "
                        + "GET /audit/consent-events {\"as\": \"text/csv\", \"practice\": \"" + practice + "\"}; "
                        + "GET /audit/consent-state {\"at\": \"2026-01-01T00:00:00Z\"}; "
                        + "GET /audit/bundle {\"redact\": \"true\"}; "
                        + "GET /practices/{ods}/consent/history {\"ods\": \"" + practice + "\"}; "
                        + "POST /audit/replays {}; "
                        + "GET /audit/replays/{id} {\"id\": \"" + replay + "\"}");
        assertThat(ask("select max(number) - count(*) from log_access")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Application/X-NDJSON | application/x-ndjson",
                "text/* | text/*",
                "application/json;q=0.1, text/csv | text/csv",
            })
    void formOfTheLog_isRecorded_howeverItIsAskedFor(String accept, String form) throws SQLException {
        String auditor = "form of " + form;
        with(TestTokens.of("auditor", "AUD01", auditor))
                .header("Accept", accept)
                .get("/audit/consent-events?after=0")
                .then()
                .statusCode(200);

        assertThat(told(auditor)).isEqualTo("GET /audit/consent-events {\"as\": \"" + form + "\", \"after\": \"0\"}");
    }

    @Test
    void access_keepsNoTextOfTheCaller_andThoseWhoMayNotReadAreNotListed() throws SQLException {
        with(TestTokens.of("auditor", "AUD01", "ida"))
                .get("/audit/consent-events?after=0&from=2026-01-01T00:00:00Z&practice=A%20B&colour=blue")
                .then()
                .statusCode(400);
        with(TestTokens.of("operator", "OPS01", "oda"))
                .get("/audit/bundle")
                .then()
                .statusCode(403);

        assertThat(told("ida"))
                .isEqualTo("GET /audit/consent-events {\"from\": \"2026-01-01T00:00:00Z\", \"after\": \"0\"}");
        assertThat(told("oda")).isEqualTo("null");
    }

    @Test
    void accesses_areForAuditors_pageByPage_andDoNotChangeTheLog() throws SQLException {
        String head = ask("select position from consent_head");
        as("auditor", "AUD01").get("/audit/consent-events").then().statusCode(200);
        String next = as("auditor", "AUD01")
                .get("/audit/accesses?limit=1")
                .then()
                .statusCode(200)
                .body("accesses[0].number", equalTo(1))
                .extract()
                .path("next");
        as("auditor", "AUD01")
                .get("/audit/accesses?limit=1&next=" + next)
                .then()
                .statusCode(200);
        as("operator", "OPS01").get("/audit/accesses").then().statusCode(403);

        assertThat(ask("select position from consent_head")).isEqualTo(head);
    }

    @Test
    void next_isAbsentOnTheLastPage_alsoWhereThatIsFull() throws SQLException {
        as("auditor", "AUD01").get("/audit/consent-events").then().statusCode(200);
        long last = Long.parseLong(ask("select max(number) from log_access"));

        as("auditor", "AUD01")
                .get("/audit/accesses?limit=1&next=" + (last - 1))
                .then()
                .body("accesses", hasSize(1))
                .body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_access set actor_id = 'x'",
                "delete from log_access",
                "truncate log_access",
                "update log_access_head set number = 0"
            })
    void accesses_cannotBeChanged_byTheRuntimeRole(String sql) throws SQLException {
        try (var connection = connect("consent_runtime");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }
}
