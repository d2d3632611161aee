package io.consentry.consent.replaylog;

import static io.consentry.consent.Calls.as;
import static io.consentry.consent.Calls.ask;
import static io.consentry.consent.Calls.connect;
import static io.consentry.consent.Calls.deciding;
import static io.consentry.consent.Calls.newPractice;
import static io.consentry.consent.Calls.notice;
import static io.consentry.consent.Calls.optIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class ReplayResourceTest {

    private static JsonPath replay(String body) {
        String location = as("auditor", "AUD01")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/audit/replays")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/audit/"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> as("auditor", "AUD01")
                .get(path)
                .jsonPath()
                .getString("status")
                .equals("done"));
        return as("auditor", "AUD01").get(path).jsonPath();
    }

    private static String aHistoryOfEverything() throws SQLException {
        String practice = newPractice();
        optIn(practice, "contraception");
        deciding(practice, "opted-out").put("/practices/" + practice + "/consent");
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        as("data-controller", practice)
                .contentType(ContentType.JSON)
                .body("{\"decision\":\"opted-in\",\"reason\":\"trial\",\"effectiveFrom\":\"" + tomorrow + "\"}")
                .put("/practices/" + practice + "/consent");
        String id = ask("select event_id from switch_decision where effective_from > recorded_at and practice = '"
                + practice + "'");
        as("data-controller", practice)
                .delete("/practices/" + practice + "/consent/scheduled/" + id)
                .then()
                .statusCode(200);
        return practice;
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void replay_findsNoDifference_inAnUntouchedState() throws SQLException {
        aHistoryOfEverything();

        JsonPath run = replay("{}");

        assertThat(run.getLong("differences")).isZero();
        assertThat(run.getLong("replayed")).isEqualTo(run.getLong("upTo"));
        assertThat(ask("select count(*) from replayed_decision")).isEqualTo("0");
    }

    @Test
    void latestReplays_areListed_theNewestFirst_whoeverAskedForThem() {
        JsonPath earlier = replay("{\"upTo\":0}");
        JsonPath later = replay("{}");

        as("auditor", "AUD02")
                .get("/audit/replays")
                .then()
                .statusCode(200)
                .body("replays[0].id", equalTo(later.getString("id")))
                .body("replays[0].status", equalTo("done"))
                .body("replays[0].askedAt", equalTo(later.getString("askedAt")))
                .body("replays[0].upTo", equalTo(later.getInt("upTo")))
                .body("replays[0].replayed", equalTo(later.getInt("upTo")))
                .body("replays[1].id", equalTo(earlier.getString("id")))
                .body("replays[1].upTo", equalTo(0));
    }

    @Test
    void latestReplays_areTen_ofHoweverMany() throws SQLException {
        asOwner("insert into replay_run (id, asked_by, asked_at, up_to, status) select gen_random_uuid(), 'long ago',"
                + " now() - n * interval '1 day', 0, 'done' from generate_series(1, 12) as n");

        List<String> asked =
                as("auditor", "AUD01").get("/audit/replays").jsonPath().getList("replays.askedAt", String.class);

        assertThat(asked.stream().map(Instant::parse)).hasSize(10).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ask("select count(*) from replay_run where asked_at > '" + asked.get(9) + "'"))
                .isEqualTo("9");
    }

    @Test
    void latestReplays_tellHowManyDifferences_butNotWhatStandsInTheLog() throws SQLException {
        String id = ask("insert into replay_run (id, asked_by, up_to, status, differences)"
                + " values (gen_random_uuid(), 'somebody', 0, 'done', 1) returning id");
        asOwner("insert into replay_difference (run, position, practice, live) values ('" + id
                + "', 1, 'P99999', 'opted-in')");

        as("auditor", "AUD01")
                .get("/audit/replays")
                .then()
                .body("replays[0].id", equalTo(id))
                .body("replays[0].differences", equalTo(1))
                .body("replays.findAll { it.containsKey('examples') }", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice", "data-controller", "pharmacy", "operator", "programme"})
    void latestReplays_areForAuditorsAlone(String role) {
        as(role, "X26").get("/audit/replays").then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void replay_findsAPlantedDifference_ofEveryKind() throws SQLException {
        String practice = aHistoryOfEverything();
        String own = " from switch_decision where practice = '" + practice + "'";
        String first = ask("select min(position)" + own);
        String scheduled = ask("select max(position)" + own);
        String cancelledBy = ask("select max(cancelled_by)" + own);
        asOwner("update switch_decision set decision = 'opted-out' where position = " + first);
        asOwner("update switch_decision set cancelled_by = null where position = " + scheduled);
        try {
            JsonPath run = replay("{}");

            assertThat(run.getLong("differences")).isEqualTo(2);
            assertThat(run.getString("examples[0].practice")).isEqualTo(practice);
            assertThat(run.getString("examples[0].live")).startsWith("opted-out");
            assertThat(run.getString("examples[0].replayed")).startsWith("opted-in");
            assertThat(run.getString("examples[1].replayed")).endsWith("cancelled by " + cancelledBy);
        } finally {
            asOwner("update switch_decision set decision = 'opted-in' where position = " + first);
            asOwner("update switch_decision set cancelled_by = " + cancelledBy + " where position = " + scheduled);
        }
    }

    /** Who is let in is also decided by what is no practice's decision: which practices and services there are. */
    static Stream<Arguments> changesOfWhatIsListed() {
        return Stream.of(
                arguments("consent_runtime", "organisation", "update organisation set open = false where ods = '%s'"),
                arguments("consent_runtime", "organisation", "update organisation set kind = 'other' where ods = '%s'"),
                arguments("consent_runtime", "organisation", "update organisation set name = 'X' where ods = '%s'"),
                arguments("consent_runtime", "organisation", "update organisation set version = 9 where ods = '%s'"),
                arguments(
                        "consent_runtime", "organisation", "update organisation set successor = 'X' where ods = '%s'"),
                arguments(
                        "consent_runtime",
                        "organisation",
                        "insert into organisation values ('GHOST', 'Ghost', 'practice', true, null, 1, 0)"),
                arguments("consent_owner", "organisation", "delete from organisation where ods = '%s'"),
                arguments(
                        "consent_runtime",
                        "service_catalogue",
                        "insert into service_catalogue (service, codes) values ('ghost', '{1659121000000101}')"),
                arguments(
                        "consent_owner",
                        "service_catalogue",
                        "update service_catalogue set codes = '{1}' where service = 'contraception'"),
                arguments(
                        "consent_owner", "service_catalogue", "delete from service_catalogue where service = 'flu-%s'"),
                arguments(
                        "consent_owner",
                        "service_catalogue",
                        "update service_catalogue set codes = '{1}' where service = 'flu-%s'"),
                arguments(
                        "consent_runtime",
                        "rule_change",
                        "insert into rule_change values (0, 'rule-%s', 'reject', 'off', now())"),
                arguments(
                        "consent_owner", "rule_change", "update rule_change set value = 'off' where rule = 'rule-%s'"),
                arguments(
                        "consent_owner",
                        "rule_change",
                        "update rule_change set effective_from = now() + interval '1 day' where rule = 'rule-%s'"),
                arguments("consent_owner", "rule_change", "delete from rule_change where rule = 'rule-%s'"));
    }

    @ParameterizedTest
    @MethodSource("changesOfWhatIsListed")
    void replay_findsAPracticeServiceOrRule_thatNoEventListsSo(String role, String table, String change)
            throws Exception {
        String practice = aHistoryOfEverything();
        if (change.contains("flu-")) {
            addService("flu-" + practice.toLowerCase(Locale.ROOT), practice.substring(1));
        }
        if (change.contains("rule-")) {
            changeRule("safeguards/rule-" + practice.toLowerCase(Locale.ROOT), "{\"mode\":\"flag\"}");
        }
        asOwner("create table kept as select * from " + table);
        try (var connection = connect(role);
                var statement = connection.createStatement()) {
            statement.execute(change.formatted(change.contains("-%s") ? practice.toLowerCase(Locale.ROOT) : practice));

            JsonPath run = replay("{}");

            assertThat(run.getLong("differences")).isEqualTo(1);
        } finally {
            asOwner("delete from " + table + "; insert into " + table + " select * from kept; drop table kept");
        }
    }

    private static void changeRule(String rule, String body) {
        as("operator", "OPS01")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/rules/" + rule)
                .then()
                .statusCode(200);
    }

    /** The shorter period waits out the longer one. */
    @Test
    void replay_findsNoDifference_whereRulesWereChangedAtOnceAndLater() {
        changeRule("notice-period", "{\"period\":\"PT2S\"}");
        changeRule("notice-period", "{\"period\":\"PT1S\"}");
        changeRule("safeguards/some-rule", "{\"mode\":\"off\"}");

        assertThat(replay("{}").getLong("differences")).isZero();
    }

    private static void addService(String key, String number) {
        String body = "{\"key\":\"" + key + "\",\"codes\":[\"15773210" + number + "\"],\"noticeId\":\"" + notice(key, 1)
                + "\"}";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as("operator", "OPS01")
                                .contentType(ContentType.JSON)
                                .body(body)
                                .post("/services")
                                .statusCode()
                        == 200);
    }

    @Test
    void replay_ofAPastPosition_doesNotTakeWhatWasListedLaterForADifference() throws SQLException {
        String practice = aHistoryOfEverything();
        String before = ask("select position from consent_head");
        as("operator", "OPS01")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"Another name\",\"kind\":\"practice\",\"open\":false}")
                .put("/organisations/" + practice)
                .then()
                .statusCode(200);
        aHistoryOfEverything();

        assertThat(replay("{\"upTo\":" + before + "}").getLong("differences")).isZero();
        assertThat(replay("{}").getLong("differences")).isZero();
    }

    @Test
    void replayRefused_becauseTooManyWait_leavesNothing() throws Exception {
        String before = ask("select count(*) from replay_run");
        List<Integer> answers = new ArrayList<>();
        try (var owner = connect("consent_owner");
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table replayed_decision in access exclusive mode");
            for (int asked = 0; asked < 10; asked++) {
                answers.add(as("auditor", "AUD01")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/audit/replays")
                        .statusCode());
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ask("select count(*) from replay_run where status = 'running'")
                        .equals("0"));

        assertThat(answers).contains(202, 429);
        long begun = answers.stream().filter(answer -> answer == 202).count();
        assertThat(ask("select count(*) - " + before + " from replay_run")).isEqualTo(Long.toString(begun));
    }

    @Test
    void rowsOfAnInterruptedReplay_goWithTheNextOne() throws SQLException {
        String interrupted = ask("insert into replay_run (id, asked_by, up_to, progress_at)"
                + " values (gen_random_uuid(), 'somebody', 1, now() - interval '2 hours') returning id");
        String goingOn = ask("insert into replay_run (id, asked_by, up_to)"
                + " values (gen_random_uuid(), 'somebody', 1) returning id");
        for (String id : List.of(interrupted, goingOn)) {
            asOwner(
                    "insert into replayed_decision (run, position, practice, service, decision, effective_from, event_id)"
                            + " values ('" + id + "', 1, 'P', '', 'opted-in', now(), 'e')");
        }
        try {
            replay("{}");

            assertThat(ask("select string_agg(run::text, ',') from replayed_decision"))
                    .isEqualTo(goingOn);
            as("auditor", "AUD01").get("/audit/replays/" + interrupted).then().body("status", equalTo("interrupted"));
            as("auditor", "AUD01").get("/audit/replays/" + goingOn).then().body("status", equalTo("running"));
        } finally {
            asOwner("delete from replayed_decision; delete from replay_run where id in ('" + interrupted + "', '"
                    + goingOn + "')");
        }
    }

    private static String inPayload(String from, String to) {
        return "payload = convert_to(replace(convert_from(payload, 'UTF8'), '" + from + "', '" + to + "'), 'UTF8')";
    }

    /** What the proof does not cover, and a practice's stream is read from. */
    static Stream<Arguments> changesBehindTheProof() {
        return Stream.of(
                arguments("MandateGranted", inPayload("\"holder\":\"", "\"holder\":\"mallory-")),
                arguments("ServiceOptedIn", inPayload("contraception", "pharmacy-first")),
                arguments("PracticeOptedIn", inPayload("\"effectiveFrom\":\"2", "\"effectiveFrom\":\"3")),
                arguments("PracticeOptedOut", inPayload("data-controller-of-", "somebody-else-of-")),
                arguments("PracticeOptedOut", "event_name = 'PracticeOptedIn'"),
                arguments("PracticeOptedOut", "recorded_at = recorded_at - interval '1 day'"),
                arguments("PracticeOptedOut", "stream_id = 'consent/ELSEWHERE'"),
                arguments("PracticeOptedOut", "stream_id = 'nowhere', stream_type = 'Nothing'"),
                arguments("PracticeOptedOut", "stream_sequence = 77"));
    }

    @ParameterizedTest
    @MethodSource("changesBehindTheProof")
    void replay_findsAnEvent_thatIsStoredOtherwiseThanItIsProven(String event, String change) throws SQLException {
        String practice = aHistoryOfEverything();
        String position = ask("select max(position) from consent_event where event_name = '" + event
                + "' and practice = '" + practice + "'");
        String columns = "payload, event_name, recorded_at, stream_id, stream_type, stream_sequence";
        asOwner("create table kept as select * from consent_event where position = " + position);
        asOwner("update consent_event set " + change + " where position = " + position);
        try {
            JsonPath run = replay("{}");

            assertThat(run.getLong("differences")).isEqualTo(1);
            assertThat(run.getString("examples[0].position")).isEqualTo(position);
            assertThat(run.getString("examples[0].live")).startsWith("stored as ");
            assertThat(run.getString("examples[0].replayed")).startsWith("proven as ");
        } finally {
            asOwner("update consent_event set (" + columns + ") = (select " + columns + " from kept) where position = "
                    + position);
            asOwner("drop table kept");
        }
    }

    @Test
    void replay_ofAPastPosition_isComparedWithWhatWasKnownThen() throws SQLException {
        aHistoryOfEverything();
        long beforeTheCancellation = Long.parseLong(ask("select max(position) - 1 from consent_event"));

        JsonPath run = replay("{\"upTo\":" + beforeTheCancellation + "}");

        assertThat(run.getLong("differences")).isZero();
        assertThat(run.getLong("upTo")).isEqualTo(beforeTheCancellation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"upTo\":-1}", "{\"upTo\":999999999}", "{\"upTo\":\"x\"}", "[]"})
    void replay_is400_forAPositionThatIsNone(String body) {
        as("auditor", "AUD01")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/audit/replays")
                .then()
                .statusCode(400);
    }

    @Test
    void replay_isForAuditors_andUnknownOnesAre404() {
        as("operator", "X26")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/audit/replays")
                .then()
                .statusCode(403);
        as("auditor", "AUD01")
                .get("/audit/replays/nonsense")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        as("auditor", "AUD01")
                .get("/audit/replays/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(404);
    }
}
