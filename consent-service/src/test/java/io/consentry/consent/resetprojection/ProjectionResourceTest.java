package io.consentry.consent.resetprojection;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ProjectionResourceTest {

    private static final String DECISIONS =
            "select md5(string_agg(d::text, '' order by position)) from switch_decision d";
    private static final String MANDATES = "select md5(string_agg(m::text, '' order by position)) from mandate m";

    private static int reset(String role, String name) {
        return as(role, "OPS01").post("/projections/" + name + "/reset").statusCode();
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String aHistory() throws SQLException {
        String practice = newPractice();
        optIn(practice, "contraception");
        deciding(practice, "opted-out").put("/practices/" + practice + "/consent");
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\""
                        + Instant.now().plusSeconds(3600) + "\"}")
                .put("/practices/" + practice + "/consent");
        String id = ask("select event_id from switch_decision where effective_from > recorded_at and practice = '"
                + practice + "'");
        as("data-controller", practice)
                .delete("/practices/" + practice + "/consent/scheduled/" + id)
                .then()
                .statusCode(200);
        for (String holder : new String[] {"bob", "cid", "bob"}) {
            as("data-controller", practice)
                    .contentType(ContentType.JSON)
                    .body("{\"holder\":\"" + holder + "\"}")
                    .post("/practices/" + practice + "/mandates")
                    .then()
                    .statusCode(200);
        }
        as("data-controller", practice)
                .delete("/practices/" + practice + "/mandates/cid")
                .then()
                .statusCode(200);
        return practice;
    }

    @Test
    void reset_changesNothing_whereNothingIsWrong() throws SQLException {
        aHistory();
        String decisions = ask(DECISIONS);
        String mandates = ask(MANDATES);

        assertThat(reset("operator", "switch-decisions")).isEqualTo(200);
        assertThat(reset("operator", "mandates")).isEqualTo(200);

        assertThat(ask(DECISIONS)).isEqualTo(decisions);
        assertThat(ask(MANDATES)).isEqualTo(mandates);
    }

    @Test
    void reset_putsRight_whatSomebodyChangedBehindTheLog() throws SQLException {
        String practice = aHistory();
        String decisions = ask(DECISIONS);
        String mandates = ask(MANDATES);
        asOwner("update switch_decision set decision = 'opted-in', cancelled_by = null where practice = '" + practice
                + "'");
        asOwner("delete from switch_decision where position = (select min(position) from switch_decision)");
        asOwner(
                "insert into mandate select practice, 'eve', basis, granted_by, since, -1 from mandate where practice = '"
                        + practice + "' limit 1");

        reset("operator", "switch-decisions");
        reset("operator", "mandates");

        assertThat(ask(DECISIONS)).isEqualTo(decisions);
        assertThat(ask(MANDATES)).isEqualTo(mandates);
    }

    @Test
    void reset_isForOperators_andRecorded() throws SQLException {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor", "programme"}) {
            assertThat(reset(role, "mandates")).isEqualTo(403);
        }
        assertThat(reset("operator", "nothing")).isEqualTo(404);
        assertThat(reset("operator", "mandates")).isEqualTo(200);
        assertThat(
                        ask(
                                "select what || asked from log_access where what like 'POST /projections%' order by number desc"))
                .isEqualTo("POST /projections/{name}/reset{\"name\": \"mandates\"}");
    }
}
