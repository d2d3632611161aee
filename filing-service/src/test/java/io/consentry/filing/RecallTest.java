package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.consentry.eventstore.EventSourcing;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class RecallTest {

    private static final String PREGNANT = "77386006";
    private static final String NOT_PREGNANT = "60001007";
    private static final String TEMPERATURE = "703421000";

    @Inject
    EventSourcing events;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);
    private final String pharmacy = "P" + practice;

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("operator", "X00001")).contentType(ContentType.JSON);
    }

    private static String open(String body) {
        return operator()
                .body(body)
                .post("/recalls")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath finished(String recall) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> operator().get("/recalls/" + recall).jsonPath(), page -> page.getString("status")
                        .equals("finished"));
    }

    private Response confirm(Reviewer who, String recall, String item) {
        return who.asking()
                .contentType(ContentType.JSON)
                .body("{\"items\": [{\"id\": \"" + item + "\", \"outcome\": \"corrected\"}]}")
                .post("/recalls/" + recall + "/confirmations");
    }

    private String ofThePharmacy() {
        String item = SentMessage.to(practice).from(pharmacy).send();
        ada.awaitItem(item);
        return item;
    }

    @Test
    void recall_findsEveryItemWithTheCode_inEveryState_andNothingElse() throws SQLException {
        SeededItems seed = new SeededItems(events);
        List<String> wrong = seed.with(PREGNANT, 15_000, "RA");
        List<String> right = seed.with(NOT_PREGNANT, 500, "RA");
        awaitRows(wrong.size() + right.size());

        JsonPath recall = finished(open("""
                {"codes": ["77386006"], "service": "contraception", "reason": "Wrong pregnancy code"}"""));

        assertThat(recall.getLong("matching")).isEqualTo(15_000);
        assertThat(recall.getLong("found")).isEqualTo(15_000);
        assertThat(Database.rows(
                        "select stream_id from stored_event where event_name = 'ItemRecalled'"
                                + " and convert_from(payload, 'UTF8') like '%' || ? || '%'",
                        recall.getString("id")))
                .hasSize(15_000)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(wrong);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonPath shown =
                    operator().get("/recalls/" + recall.getString("id")).jsonPath();
            assertThat(sum(shown, "found")).isEqualTo(15_000);
            assertThat(sum(shown, "pending")).isEqualTo(2 * 15_000 / 7);
            assertThat(sum(shown, "needsReview")).isEqualTo(2 * 15_000 / 7 + 1);
        });
        assertThat(Database.rows(
                        "select distinct status from worklist_item join recall_item using (item_id)"
                                + " where recall_id = ?",
                        recall.getString("id")))
                .hasSize(6);
        confirmsAllOfTheirs("RA7", recall.getString("id"), 15_000 / 50);
    }

    /** One of the practices looks at each of its items again, in whatever state it is; the others' stay open. */
    private static void confirmsAllOfTheirs(String practice, String recall, int theirs) {
        Reviewer reviewer = Reviewer.at(practice);
        List<String> items = reviewer.asking()
                .get("/recalls/" + recall + "/items?limit=500")
                .jsonPath()
                .getList("items.id");
        assertThat(items).hasSize(theirs).doesNotHaveDuplicates();
        for (int from = 0; from < theirs; from += 100) {
            reviewer.asking()
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "items",
                            items.subList(from, Math.min(theirs, from + 100)).stream()
                                    .map(item -> Map.of("id", item, "outcome", "nothing-to-correct"))
                                    .toList()))
                    .post("/recalls/" + recall + "/confirmations")
                    .then()
                    .statusCode(200)
                    .body("practices[0].confirmed", equalTo(Math.min(theirs, from + 100)));
        }
        JsonPath shown = operator().get("/recalls/" + recall).jsonPath();
        assertThat(sum(shown, "confirmed")).isEqualTo(theirs);
        assertThat(shown.getInt("practices.find { it.practice == '" + practice + "' }.needsReview"))
                .isZero();
    }

    private static int sum(JsonPath recall, String member) {
        return recall.<Integer>getList("practices." + member).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void awaitRows(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(
                        Database.asRuntime("select count(*) from worklist_item where practice like 'RA%'"))
                .isEqualTo(Integer.toString(count)));
    }

    @Test
    void recall_flagsPendingItems_listsFiledOnesForReview_untilThePracticeConfirms() {
        String pending = ofThePharmacy();
        String filed = ofThePharmacy();
        String other = SentMessage.to(practice).from("OTHER1").send();
        ada.awaitItem(other);
        ada.file(filed, "\"0\"", "{}").then().statusCode(200);

        String recall = open("{\"codes\": [\"" + TEMPERATURE + "\"], \"pharmacy\": \"" + pharmacy
                + "\", \"reason\": \"Thermometer was broken\"}");
        finished(recall);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ada.open(pending).then().body("openRecalls", equalTo(1)));

        ada.open(pending)
                .then()
                .body("history[1].what", equalTo("recalled"))
                .body("history[1].recall", equalTo(recall))
                .body("history[1].entries", contains(SentMessage.TEMPERATURE));
        ada.list("?recalled=true&status=all").then().body("items", hasSize(2)).body("items.id", not(hasItem(other)));
        ada.file(pending, "\"0\"", "{}").then().statusCode(412);
        JsonPath mine = ada.asking().get("/recalls/" + recall + "/items").jsonPath();
        assertThat(mine.getList("items.id")).containsExactlyInAnyOrder(pending, filed);
        assertThat(mine.getList("items.entries[0]")).isEqualTo(List.of(SentMessage.TEMPERATURE));
        assertThat(mine.getBoolean("items.find { it.id == '" + filed + "' }.needsReview"))
                .isTrue();
        assertThat(mine.getBoolean("items.find { it.id == '" + pending + "' }.needsReview"))
                .isFalse();

        confirm(ada, recall, filed)
                .then()
                .statusCode(200)
                .body("practices[0].confirmed", equalTo(1))
                .body("practices[0].needsReview", equalTo(0));
        confirm(ada, recall, filed).then().statusCode(200).body("practices[0].confirmed", equalTo(1));
        confirm(ada, recall, other).then().statusCode(404);
        for (String noItem : new String[] {recall, "settings/" + practice, "a\\u0000"}) {
            confirm(ada, recall, noItem).then().statusCode(404);
        }
        ada.open(filed).then().body("openRecalls", equalTo(0));
        operator()
                .get("/recalls/" + recall)
                .then()
                .body("practices", hasSize(1))
                .body("practices[0].practice", equalTo(practice))
                .body("practices[0].confirmed", equalTo(1))
                .body(not(containsString(SentMessage.CANARY)));
        ada.asking().get("/recalls").then().statusCode(200).body("recalls.id", hasItem(recall));
    }

    /** It was held, or parked: received before the recall, and an item only after looking had ended. */
    @Test
    void itemThatComesLate_isRecalled_thoughLookingHadEnded() {
        String recall =
                open("{\"pharmacy\": \"" + pharmacy + "\", \"codes\": [\"" + TEMPERATURE + "\"], \"reason\": \"x\"}");
        String other =
                open("{\"pharmacy\": \"" + pharmacy + "\", \"codes\": [\"" + PREGNANT + "\"], \"reason\": \"x\"}");
        finished(recall);
        finished(other);

        String item = ofThePharmacy();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> ada.open(item).then().body("openRecalls", equalTo(1)));
        assertThat(finished(recall).getLong("found")).isEqualTo(1);
        assertThat(finished(other).getLong("found")).isZero();
    }

    /** Its event is in the store and lies in the dead letters: no table that people read shows it. */
    @Test
    void recall_isNotFinished_whileAnItemThatItMeansIsPutAside() throws Exception {
        String item = putAside();
        String letter = awaitLetterOf(item);
        for (String codes : List.of("", "\"codes\": [\"" + TEMPERATURE + "\"], ")) {
            String recall = open("{" + codes + "\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}");
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(4))
                    .untilAsserted(
                            () -> operator().get("/recalls/" + recall).then().body("status", equalTo("searching")));
        }

        letThemIn();
        operator().post("/dead-letters/" + letter + "/retry").then().statusCode(200);

        for (String recall : operator()
                .get("/recalls")
                .jsonPath()
                .<String>getList("recalls.findAll { it.criteria.pharmacy == '" + pharmacy + "' }.id")) {
            assertThat(finished(recall).getLong("found")).isEqualTo(1);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ada.open(item).then().body("openRecalls", equalTo(2)));
    }

    /** Neither does what the other waits for keep it, nor an item of the same pharmacy that it does not mean. */
    @Test
    void recall_isFinished_whileAnotherWaitsForAnItemThatIsPutAside() throws Exception {
        String item = putAside();
        String letter = awaitLetterOf(item);
        String waits = open("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}");

        for (String others : List.of(
                "\"pharmacy\": \"OTHER2\"",
                "\"pharmacy\": \"" + pharmacy + "\", \"codes\": [\"" + PREGNANT + "\"]",
                "\"pharmacy\": \"" + pharmacy + "\", \"service\": \"contraception\"",
                "\"pharmacy\": \"" + pharmacy + "\", \"system\": \"Another\"",
                "\"pharmacy\": \"" + pharmacy + "\", \"to\": \"2026-03-02T09:30:00Z\"")) {
            assertThat(finished(open("{" + others + ", \"reason\": \"x\"}")).getLong("found"))
                    .isZero();
        }

        operator().get("/recalls/" + waits).then().body("status", equalTo("searching"));
        letThemIn();
        operator().post("/dead-letters/" + letter + "/retry").then().statusCode(200);
        assertThat(finished(waits).getLong("found")).isEqualTo(1);
    }

    /** An item of the pharmacy that no table can take for now. */
    private String putAside() throws SQLException {
        Database.asOwner("alter table worklist_item add constraint no_item_for_now check (pharmacy <> '" + pharmacy
                + "') not valid");
        return SentMessage.to(practice).from(pharmacy).send();
    }

    private static void letThemIn() throws SQLException {
        Database.asOwner("alter table worklist_item drop constraint no_item_for_now");
    }

    private static String awaitLetterOf(String item) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> operator()
                                .get("/dead-letters")
                                .jsonPath()
                                .getString("deadLetters.find { it.itemId == '" + item + "' }.id"),
                        Objects::nonNull);
    }

    /** Its first pass took long: an item's row came to stand behind its place. */
    @Test
    void recall_looksAgainFromTheBeginning_howeverLongTheFirstPassTook() throws SQLException {
        ofThePharmacy();
        Database.asOwner("create function all_passed() returns trigger language plpgsql as"
                + " $$ begin new.cursor_item := '~'; return new; end $$");
        Database.asOwner("create trigger all_passed before insert on recall for each row" + " when (new.pharmacy = '"
                + pharmacy + "') execute function all_passed()");

        JsonPath recall = finished(open("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}"));

        Database.asOwner("drop trigger all_passed on recall");
        assertThat(recall.getLong("found")).isEqualTo(1);
    }

    @Test
    void practice_seesItsOwnRecalls_howeverManyCameAfterThem() throws SQLException {
        ofThePharmacy();
        String recall = open("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}");
        finished(recall);
        Database.change(
                "insert into recall (recall_id, codes, received_to, reason, opened_by, opened_at, finished_at)"
                        + " select 'later-" + pharmacy
                        + "-' || n, '{none}', now(), ?, 'x', now() + interval '1 day', now()"
                        + " from generate_series(1, 101) n",
                "x");

        try (Connection owner = Database.connect(SuiteDatabase.FILING.owner());
                Statement away = owner.createStatement()) {
            ada.asking().get("/recalls").then().statusCode(200).body("recalls.id", contains(recall));
            away.execute("delete from recall where recall_id like 'later-%'");
        }
    }

    @Test
    void practice_learnsNothing_ofHowManyThereAreElsewhere() {
        String elsewhere = SentMessage.anyPractice();
        ofThePharmacy();
        String there = SentMessage.to(elsewhere).from(pharmacy).send();
        Reviewer.at(elsewhere).awaitItem(there);

        String recall = open("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"x\"}");

        assertThat(finished(recall).getLong("matching")).isEqualTo(2);
        for (String path : List.of("/recalls/" + recall, "/recalls")) {
            String told =
                    ada.asking().get(path).then().statusCode(200).extract().asString();
            assertThat(told).contains(recall).contains("\"found\":1").doesNotContain("\"matching\":2");
        }
    }

    @Test
    void recall_isNobodysBusiness_whereItFoundNothing() {
        String item = ofThePharmacy();
        String recall = open("{\"pharmacy\": \"" + pharmacy + "\", \"reason\": \"All of it\"}");
        finished(recall);
        Reviewer stranger = Reviewer.at(SentMessage.anyPractice());

        stranger.asking().get("/recalls/" + recall).then().statusCode(404);
        stranger.asking().get("/recalls/" + recall + "/items").then().statusCode(404);
        confirm(stranger, recall, item).then().statusCode(404);
        stranger.asking().get("/recalls").then().body("recalls.id", not(hasItem(recall)));
        operator().get("/recalls/no-such").then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("pharmacy", pharmacy))
                .get("/recalls")
                .then()
                .statusCode(403);
        ada.asking()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/recalls")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\": \"Everything\"}",
                "{\"codes\": [\"77386006\"]}",
                "{\"codes\": [\"77386006\"], \"reason\": \" \"}",
                "{\"codes\": [\"77386006\"], \"reason\": \"Of 999 000 0018\"}",
                "{\"codes\": [\"7738 6006;\"], \"reason\": \"x\"}",
                "{\"codes\": [null], \"reason\": \"x\"}",
                "{\"pharmacy\": \"not an ods code\", \"reason\": \"x\"}",
                "{\"pharmacy\": \"FQW30\", \"reason\": \"x\", \"from\": \"yesterday\"}",
                "{\"pharmacy\": \"FQW30\", \"reason\": \"x\", \"from\": \"2999-01-01T00:00:00Z\"}",
            })
    void recall_isRefused_whenItNamesNothingToLookFor(String body) {
        operator().body(body).post("/recalls").then().statusCode(400).body(not(containsString("999 000")));
    }
}
