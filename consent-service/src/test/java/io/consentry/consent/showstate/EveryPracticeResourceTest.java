package io.consentry.consent.showstate;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class EveryPracticeResourceTest {

    private static JsonPath state(String query) {
        return as("auditor", "AUD01")
                .get("/audit/consent-state" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String effective(JsonPath state, String practice) {
        return state.getString("practices.find { it.practice == '" + practice + "' }.services.contraception.effective");
    }

    @Test
    void state_isThatOfEachPractice_nowAndAtEveryPastPosition() throws SQLException {
        String one = newPractice();
        String two = newPractice();
        optIn(one, "contraception");
        String oneIn = ask("select max(position) from consent_event");
        optIn(two, "contraception");
        deciding(one, "opted-out").put("/practices/" + one + "/consent").then().statusCode(200);
        String oneOut = ask("select max(position) from consent_event");
        String thatTime = ask("select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from consent_event where position = " + oneIn);

        assertThat(effective(state(""), one)).isEqualTo("opted-out");
        assertThat(effective(state(""), two)).isEqualTo("opted-in");
        assertThat(effective(state("?position=" + oneIn), one)).isEqualTo("opted-in");
        assertThat(effective(state("?position=" + oneIn), two)).isNull();
        assertThat(effective(state("?position=" + oneOut), one)).isEqualTo("opted-out");
        assertThat(effective(state("?at=" + thatTime), one)).isEqualTo("opted-in");
        assertThat(effective(state("?at=2000-01-01T00:00:00Z"), one)).isNull();
    }

    @Test
    void state_ofOnePractice_isWhatItSeesItself() {
        String practice = newPractice();
        optIn(practice, "contraception");
        Object own = as("practice", practice)
                .get("/practices/" + practice + "/consent")
                .jsonPath()
                .get("$");

        Object audited = state("").get("practices.find { it.practice == '" + practice + "' }");

        assertThat(audited).isEqualTo(own);
    }

    @Test
    void state_ofATimeToCome_knowsSchedules_andAPositionDoesNotKnowLaterCancellations() throws SQLException {
        String practice = newPractice();
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"" + tomorrow + "\"}")
                .put("/practices/" + practice + "/consent");
        String master = "practices.find { it.practice == '" + practice + "' }.master.decision";

        assertThat(state("?at=" + tomorrow).getString(master)).isEqualTo("opted-in");
        assertThat(state("").getString(master)).isNull();

        String id = ask("select event_id from switch_decision where practice = '" + practice + "'");
        as("data-controller", practice).delete("/practices/" + practice + "/consent/scheduled/" + id);
        assertThat(state("?at=" + tomorrow).getString(master)).isNull();
    }

    @Test
    void state_isOnePracticeALine_asNdjson() {
        optIn(newPractice(), "contraception");
        String lines = as("auditor", "AUD01")
                .accept("application/x-ndjson")
                .get("/audit/consent-state")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(lines.lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"practice\":\"P"));
        assertThat(lines).endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?at=soon",
                "?position=x",
                "?position=0",
                "?position=999999999",
                "?at=2026-01-01T00:00:00Z&position=1"
            })
    void state_is400_forWhatIsNotThere(String query) {
        as("auditor", "AUD01").get("/audit/consent-state" + query).then().statusCode(400);
    }

    @Test
    void state_isForAuditors() {
        as("operator", "X26").get("/audit/consent-state").then().statusCode(403);
    }
}
