package io.consentry.consent.replayevents;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class AuditResourceTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private String practice = "";

    @BeforeEach
    void decideAndTry() {
        practice = newPractice();
        optIn(practice, "contraception");
        as("operator", "X26")
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-out\"}")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(403);
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-out\",\"reason\":\"workload\",\"note\":\"too \\\"many\\\" \u20ac\"}")
                .put("/practices/" + practice + "/consent")
                .then()
                .statusCode(200);
    }

    @Test
    void replay_isGaplessAndEveryHashFits_asNdjson() throws IOException, GeneralSecurityException {
        byte[] bytes = as("auditor", "AUD01")
                .accept("application/x-ndjson")
                .get("/audit/consent-events")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asByteArray();
        String body = new String(bytes, StandardCharsets.UTF_8);

        long position = 0;
        for (String line : body.split("\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            ObjectNode event = (ObjectNode) JSON.readTree(line);
            assertThat(event.get("position").asLong()).isEqualTo(++position);
            JsonNode disclosed = event.remove("disclosed");
            String leafHash = event.remove("leafHash").asText();
            assertThat(sha256(new byte[] {0}, canonical(event))).isEqualTo(leafHash);
            if (disclosed != null) {
                assertThat(sha256(new byte[0], canonical(disclosed)))
                        .isEqualTo(event.get("commitment").asText());
            }
        }
        assertThat(position).isGreaterThanOrEqualTo(4);
    }

    @Test
    void next_isAbsentOnTheLastPage_alsoWhereThatIsFull() throws SQLException {
        String history = "/practices/" + practice + "/consent/history";
        int all =
                as("auditor", "AUD01").get(history).jsonPath().getList("events").size();
        String last = ask("select max(position) from consent_event");

        for (String page : List.of(
                history + "?limit=" + all,
                "/audit/consent-events?practice=" + practice + "&limit=" + all,
                "/audit/consent-events?limit=1&after=" + (Long.parseLong(last) - 1))) {
            as("auditor", "AUD01").get(page).then().statusCode(200).body("$", not(hasKey("next")));
        }
        as("auditor", "AUD01")
                .get(history + "?limit=" + (all - 1))
                .then()
                .body("events", hasSize(all - 1))
                .body("$", hasKey("next"));
    }

    @Test
    void replay_saysWhoDidWhatWhenAndWhy() {
        as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice)
                .then()
                .statusCode(200)
                .body(
                        "events.type",
                        equalTo(List.of(
                                "MandateGranted",
                                "PracticeOptedIn",
                                "ServiceOptedIn",
                                "OverrideAttempted",
                                "PracticeOptedOut")))
                .body("events[4].actor.id", equalTo("data-controller-of-" + practice))
                .body("events[4].actor.role", equalTo("data-controller"))
                .body("events[4].actor.ods", equalTo(practice))
                .body("events[4].reason", equalTo("workload"))
                .body("events[4].disclosed.note", equalTo("too \"many\" \u20ac"))
                .body("events[3].actor.ods", equalTo("X26"))
                .body("events[3].about.attempts", equalTo(1))
                .body("$", not(hasKey("next")));
    }

    @Test
    void replay_goesOnWhereThePageEnded() {
        List<Integer> positions = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonPath page = as("auditor", "AUD01")
                    .get("/audit/consent-events?limit=3&practice=" + practice + "&after=" + after)
                    .jsonPath();
            positions.addAll(page.getList("events.position"));
            after = page.getString("next");
        }
        assertThat(positions).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void replay_isBoundedByTime() {
        JsonPath all = as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice)
                .jsonPath();
        String second = all.getString("events[2].recordedAt");
        String last = all.getString("events[4].recordedAt");

        as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice + "&from=" + second + "&to=" + last)
                .then()
                .body("events", hasSize(2));
        Instant justAfter = Instant.parse(second).plusNanos(1);
        as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice + "&from=" + justAfter)
                .then()
                .body("events", hasSize(2));
        as("auditor", "AUD01")
                .get("/audit/consent-events?practice=" + practice + "&to=" + justAfter)
                .then()
                .body("events", hasSize(3));
    }

    @Test
    void replay_stillVerifies_afterALawfulErasure() throws SQLException, IOException, GeneralSecurityException {
        try (Connection owner = connect("consent_owner");
                Statement statement = owner.createStatement()) {
            statement.execute("delete from disclosure where position in (select position from consent_event"
                    + " where practice = '" + practice + "')");
        }

        byte[] bytes = as("auditor", "AUD01")
                .accept("application/x-ndjson")
                .get("/audit/consent-events?practice=" + practice)
                .asByteArray();
        String line = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(4)
                .findFirst()
                .orElseThrow();

        ObjectNode event = (ObjectNode) JSON.readTree(line);
        assertThat(event.has("disclosed")).isFalse();
        String leafHash = event.remove("leafHash").asText();
        assertThat(sha256(new byte[] {0}, canonical(event))).isEqualTo(leafHash);
        optIn(practice, "pharmacy-first");
        replay_isGaplessAgain();
    }

    private void replay_isGaplessAgain() throws SQLException {
        assertThat(ask("select max(position) - count(*) from consent_event")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=99999999999999999999",
                "limit=0",
                "limit=501",
                "limit=x",
                "practice=no",
                "from=soon",
                "to=2026-13-01T00:00:00Z"
            })
    void replay_is400_forAQuestionThatIsNone(String query) {
        for (String type : new String[] {"application/json", "application/x-ndjson"}) {
            if (query.startsWith("limit") && type.endsWith("ndjson")) {
                continue;
            }
            as("auditor", "AUD01")
                    .accept(type + ", application/problem+json")
                    .get("/audit/consent-events?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "practice", "data-controller", "pharmacy", "programme"})
    void replay_is403_forEverybodyButAuditors(String role) {
        as(role, practice).get("/audit/consent-events").then().statusCode(403);
        given().get("/audit/consent-events").then().statusCode(401);
    }

    @Test
    void history_isThePracticesOwn_withOthersAttemptsInIt() {
        as("practice", practice)
                .get("/practices/" + practice + "/consent/history")
                .then()
                .statusCode(200)
                .body(
                        "events.type",
                        equalTo(List.of(
                                "MandateGranted",
                                "PracticeOptedIn",
                                "ServiceOptedIn",
                                "OverrideAttempted",
                                "PracticeOptedOut")));
        JsonPath page = as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent/history?limit=2")
                .jsonPath();
        assertThat(page.getList("events")).hasSize(2);
        as("auditor", "AUD01")
                .get("/practices/" + practice + "/consent/history?limit=2&next=" + page.getString("next"))
                .then()
                .body("events", hasSize(2));
    }

    @Test
    void history_is404_forAnotherPractice() {
        as("practice", "OTHER1")
                .get("/practices/" + practice + "/consent/history")
                .then()
                .statusCode(404);
        as("pharmacy", "FA001")
                .get("/practices/" + practice + "/consent/history")
                .then()
                .statusCode(403);
        deciding("OTHER1", "opted-in")
                .get("/practices/" + practice + "/consent/history")
                .then()
                .statusCode(404);
    }

    /** Sorted members and no spaces: for these texts and numbers that is RFC 8785. */
    private static byte[] canonical(JsonNode event) throws IOException {
        Map<?, ?> sorted = JSON.convertValue(event, TreeMap.class);
        return JSON.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] prefix, byte[] bytes) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(prefix);
        all.write(bytes);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
    }
}
