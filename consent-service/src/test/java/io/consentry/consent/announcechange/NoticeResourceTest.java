package io.consentry.consent.announcechange;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.notice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class NoticeResourceTest {

    private static ValidatableResponse post(String body) {
        return as("programme", "NHSE1")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/notices")
                .then();
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3600).toString();
    }

    @Test
    void post_issuesANotice_thatEveryRoleCanRead() throws SQLException {
        String id = post("{\"text\":\"All switches will be asked about anew\",\"earliestEffect\":\"" + inAnHour()
                        + "\",\"issuedBy\":\"NHS England\",\"consulted\":[\"BMA\",\"CPE\"],\"documentSha256\":\""
                        + "ab".repeat(32) + "\"}")
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");

        for (String role :
                new String[] {"pharmacy", "practice", "data-controller", "auditor", "operator", "programme"}) {
            as(role, "ANY01")
                    .get("/notices/" + id)
                    .then()
                    .statusCode(200)
                    .body("text", equalTo("All switches will be asked about anew"))
                    .body("consulted", hasItem("CPE"))
                    .body("period", equalTo("PT1S"))
                    .body("acknowledgements", equalTo(0));
            as(role, "ANY01").get("/notices?limit=500").then().statusCode(200).body("notices.id", hasItem(id));
        }
        assertThat(ask("select leaf from consent_event where event_name = 'NoticeIssued' and leaf like '%" + id + "%'"))
                .contains("\"consulted\":\"BMA; CPE\"")
                .doesNotContain("asked about anew");
        as("auditor", "AUD01").get("/notices?limit=1").then().body("notices", hasSize(1));
        as("auditor", "AUD01").get("/notices/nonsense").then().statusCode(404);
    }

    @Test
    void post_is422AndRecorded_whenTheNoticeIsTooShort() throws SQLException {
        as("programme", "SHORT1")
                .contentType(ContentType.JSON)
                .body("{\"text\":\"From today\",\"earliestEffect\":\"" + Instant.now()
                        + "\",\"issuedBy\":\"Somebody\"}")
                .post("/notices")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/notice-too-short"));

        assertThat(ask("select concat_ws(' ', leaf::jsonb ->> 'reason', leaf::jsonb -> 'about' ->> 'act',"
                        + " leaf::jsonb -> 'actor' ->> 'role', leaf::jsonb ? 'practice') from consent_event"
                        + " where stream_id = 'attempts/SHORT1'"))
                .isEqualTo("notice-too-short issue-notice programme f");
    }

    /** The time that counts is that of the event, however long it waited for its turn. */
    @Test
    void post_is422_whenTheNoticeWouldRunShorter_byTheTimeItWaitedForItsTurn() throws Exception {
        String text = "waited " + UUID.randomUUID();
        int status = 0;
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select 1 from consent_head for update");
            var sent = CompletableFuture.supplyAsync(() -> post("{\"text\":\"" + text + "\",\"earliestEffect\":\""
                            + Instant.now().plusSeconds(3) + "\",\"issuedBy\":\"NHS England\"}")
                    .extract()
                    .statusCode());
            Thread.sleep(3000);
            owner.commit();
            status = sent.get();
        }

        assertThat(ask("select count(*) from notice n join disclosure d using (position) where d.note = '" + text
                        + "'"))
                .isEqualTo("0");
        assertThat(status).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"x\",\"issuedBy\":\"y\"}",
                "{\"text\":\"x\",\"earliestEffect\":\"2040-01-01T00:00:00Z\"}",
                "{\"text\":\"patient 999 000 0018\",\"earliestEffect\":\"2040-01-01T00:00:00Z\",\"issuedBy\":\"y\"}",
                "{\"text\":\"x\",\"earliestEffect\":\"+999999999-12-31T00:00:00Z\",\"issuedBy\":\"y\"}",
                "{\"text\":\"x\",\"earliestEffect\":\"2040-01-01T00:00:00Z\",\"issuedBy\":\"y\",\"service\":\"Pause\"}",
                "{\"text\":\"x\",\"earliestEffect\":\"2040-01-01T00:00:00Z\",\"issuedBy\":\"y\",\"consulted\":[null]}",
                "{\"text\":\"x\",\"earliestEffect\":\"2040-01-01T00:00:00Z\",\"issuedBy\":\"y\",\"documentSha256\":\"z\"}"
            })
    void post_is422_whenTheNoticeBreaksARule(String body) {
        post(body).statusCode(422).body("type", equalTo("/problems/invalid-record"));
    }

    @Test
    void next_leadsToEveryNotice_andIsAbsentOnTheLastPage_alsoWhereThatIsFull() {
        notice("some-service", 3600);
        notice("some-service", 3600);
        int all = as("auditor", "AUD01")
                .get("/notices?limit=500")
                .jsonPath()
                .getList("notices")
                .size();

        as("auditor", "AUD01")
                .get("/notices?limit=" + all)
                .then()
                .body("notices", hasSize(all))
                .body("$", not(hasKey("next")));
        String next = as("auditor", "AUD01")
                .get("/notices?limit=" + (all - 1))
                .then()
                .body("notices", hasSize(all - 1))
                .extract()
                .path("next");
        as("auditor", "AUD01")
                .get("/notices?limit=1&next=" + next)
                .then()
                .body("notices", hasSize(1))
                .body("$", not(hasKey("next")));
    }

    @Test
    void post_isForTheProgrammeAndOperators() {
        for (String role : new String[] {"pharmacy", "practice", "data-controller", "auditor"}) {
            as(role, "ANY01")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/notices")
                    .then()
                    .statusCode(403);
        }
        for (String body : new String[] {"", "[]", "{\"earliestEffect\":\"soon\"}"}) {
            post(body).statusCode(400);
        }
    }

    @Test
    void acknowledgement_isOneEvent_andCountsOnce() throws SQLException {
        String practice = newPractice();
        String id = notice("some-service", 3600);
        for (int i = 0; i < 2; i++) {
            as("practice", practice)
                    .post("/notices/" + id + "/acknowledgements")
                    .then()
                    .statusCode(200)
                    .body("acknowledged", equalTo(true))
                    .body("acknowledgements", equalTo(1));
        }
        as("practice", newPractice()).get("/notices/" + id).then().body("acknowledged", equalTo(false));
        as("practice", practice)
                .post("/notices/nonsense/acknowledgements")
                .then()
                .statusCode(404);
        as("programme", "NHSE1")
                .post("/notices/" + id + "/acknowledgements")
                .then()
                .statusCode(403);

        assertThat(ask("select string_agg(event_name, ',') from consent_event where practice = '" + practice + "'"))
                .isEqualTo("NoticeAcknowledged");
        as("practice", practice)
                .get("/practices/" + practice + "/consent/history")
                .then()
                .body("events.type", hasItem("NoticeAcknowledged"));
    }

    @Test
    void notice_neverMovesASwitch_notEvenWhenItsTimeHasCome() throws Exception {
        String in = newPractice();
        optIn(in, "contraception");
        String before = states();
        String id = notice("contraception", 1);
        as("practice", in).post("/notices/" + id + "/acknowledgements").then().statusCode(200);
        Thread.sleep(3300);

        assertThat(states()).isEqualTo(before);
    }

    private static String states() throws SQLException {
        return ask("select count(*) || ' ' || max(position) from switch_decision");
    }
}
