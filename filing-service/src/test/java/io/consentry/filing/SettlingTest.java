package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class SettlingTest {

    private static final String BULK = "{\"undoSeconds\": 60, \"bulkFiling\": true, \"patientVisible\": false}";

    private static final String WITHOUT_MEDICINES = """
            {"undoSeconds": 60, "bulkFiling": true, "patientVisible": true,
             "preTicked": {"pharmacy-first": ["observation", "note", "note"]}}""";

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);
    private final Reviewer controller = new Reviewer(practice, "data-controller", "dana");

    private Response settle(Reviewer who, String version, String body) {
        return who.asking()
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put("/practices/" + practice + "/settings");
    }

    private Response fileMany(Reviewer who, String items) {
        return who.asking()
                .contentType(ContentType.JSON)
                .body("{\"items\": [" + items + "]}")
                .post("/practices/" + practice + "/filings");
    }

    private static String seen(String item, long version) {
        return "{\"id\": \"" + item + "\", \"version\": " + version + "}";
    }

    @Test
    void settings_areThoseOfTheDeployment_untilThePracticeSettlesThem() {
        ada.asking()
                .get("/practices/" + practice + "/settings")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("undoSeconds", equalTo(1))
                .body("bulkFiling", equalTo(false))
                .body("patientVisible", equalTo(true));

        settle(controller, "\"0\"", BULK)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("bulkFiling", equalTo(true));
        settle(controller, "\"0\"", BULK).then().statusCode(412).body("current.undoSeconds", equalTo(60));
        ada.asking().get("/practices/" + practice + "/settings").then().header("ETag", "\"1\"");
    }

    @Test
    void settings_areForTheDataControllerAlone() {
        settle(ada, "\"0\"", BULK).then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("data-controller", "Z99999"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(BULK)
                .put("/practices/" + practice + "/settings")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"undoSeconds\": 0, \"bulkFiling\": true, \"patientVisible\": true}",
                "{\"undoSeconds\": 99999999, \"bulkFiling\": true, \"patientVisible\": true}",
                "{\"undoSeconds\": 5, \"bulkFiling\": true}",
                "{\"undoSeconds\": 5, \"bulkFiling\": true, \"patientVisible\": true, \"preTicked\": {\"a\": [\"tea\"]}}",
                "{\"undoSeconds\": 5, \"bulkFiling\": true, \"patientVisible\": true, \"preTicked\": {\"a\": [null]}}",
                "{\"undoSeconds\": 5, \"bulkFiling\": true, \"patientVisible\": true, \"preTicked\": {\"a\": null}}",
                "{\"undoSeconds\": 5, \"bulkFiling\": true, \"patientVisible\": true, \"preTicked\": {\"A b\": []}}"
            })
    void settings_areRefused_whenTheyMeanNothing(String body) {
        settle(controller, "\"0\"", body).then().statusCode(400);
    }

    @Test
    void filing_goesByWhatThePracticeSettled() {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        ada.file(item, "\"0\"", "{}")
                .then()
                .statusCode(200)
                .body("history[1].patientVisible", equalTo(false))
                .body("history[1].reason", equalTo("practice-setting"));
    }

    @Test
    void filing_saysWhyThePatientDoesNotSeeIt() {
        String asked = SentMessage.to(practice).send();
        String silent = SentMessage.to(practice).send();
        ada.awaitItem(asked);
        ada.awaitItem(silent);

        ada.file(asked, "\"0\"", "{\"patientVisible\": true, \"heldBackReason\": \"third-party\"}")
                .then()
                .statusCode(400);
        ada.file(asked, "\"0\"", "{\"patientVisible\": false, \"heldBackReason\": \"tired\"}")
                .then()
                .statusCode(400);
        ada.file(asked, "\"0\"", "{\"patientVisible\": false, \"heldBackReason\": \"third-party\"}")
                .then()
                .statusCode(200)
                .body("history[1].reason", equalTo("third-party"));
        ada.file(silent, "\"0\"", "{\"patientVisible\": false}")
                .then()
                .statusCode(200)
                .body("history[1].reason", equalTo("not-said"));
    }

    @Test
    void kindsThatAreNotPreTicked_areLeftOut_unlessTheReviewerSays() {
        settle(controller, "\"0\"", WITHOUT_MEDICINES)
                .then()
                .statusCode(200)
                .body("preTicked.pharmacy-first", contains("note", "observation"));
        settle(controller, "\"1\"", WITHOUT_MEDICINES).then().statusCode(200).header("ETag", "\"1\"");
        String byDefault = SentMessage.to(practice).send();
        String asSaid = SentMessage.to(practice).send();
        String otherService = SentMessage.to(practice).about("contraception").send();
        ada.awaitItem(otherService);

        ada.open(byDefault)
                .then()
                .body("filingDefaults.exclude", contains(SentMessage.MEDICINE))
                .body("filingDefaults.patientVisible", equalTo(true));
        ada.file(byDefault, "\"0\"", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("filed-with-changes"))
                .body("filingDefaults", nullValue())
                .body("history[1].excluded", contains(SentMessage.MEDICINE));
        ada.file(asSaid, "\"0\"", "{\"exclude\": []}").then().statusCode(200).body("status", equalTo("filed"));
        ada.file(otherService, "\"0\"", "{}").then().statusCode(200).body("status", equalTo("filed"));
    }

    @Test
    void fileMany_leavesOutWhatIsNotPreTicked_everyTimeTheSame() {
        settle(controller, "\"0\"", WITHOUT_MEDICINES).then().statusCode(200);
        String item = SentMessage.to(practice).sendPlain();
        ada.awaitItem(item);

        for (int time = 0; time < 2; time++) {
            fileMany(ada, seen(item, 0))
                    .then()
                    .statusCode(200)
                    .body("results[0].status", equalTo("filed-with-changes"))
                    .body("results[0].version", equalTo(1));
        }
        ada.open(item).then().body("history[1].excluded", contains(SentMessage.MEDICINE));
    }

    @Test
    void fileMany_isOff_untilTheDataControllerAllowsIt() {
        String item = SentMessage.to(practice).send();
        ada.awaitItem(item);

        fileMany(ada, seen(item, 0)).then().statusCode(403);
    }

    @Test
    void fileMany_filesWhatTheReviewerOpened_andSaysWhyNotOfTheRest_everyTimeTheSame() {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        String opened = SentMessage.to(practice).sendPlain();
        String flagged = SentMessage.to(practice).flagged().sendPlain();
        String unopened = SentMessage.to(practice).sendPlain();
        Reviewer bob = Reviewer.named("bob", practice);
        ada.awaitItem(opened);
        ada.awaitItem(flagged);
        bob.awaitItem(unopened);
        for (String part : new String[] {"history", "changes", "openings"}) {
            ada.asking()
                    .get("/practices/" + practice + "/items/" + unopened + "/" + part)
                    .then()
                    .statusCode(200);
        }
        String all = String.join(",", seen(opened, 0), seen(flagged, 0), seen(unopened, 0), seen("no-such-item", 0));

        for (int time = 0; time < 2; time++) {
            Response answer = fileMany(ada, all);
            answer.then()
                    .statusCode(200)
                    .body("results.id", contains(opened, flagged, unopened, "no-such-item"))
                    .body("results[0].status", equalTo("filed"))
                    .body("results[0].version", equalTo(1))
                    .body("results[1].problem", equalTo("flags-not-acknowledged"))
                    .body("results[2].problem", equalTo("forbidden"))
                    .body("results[3].problem", equalTo("not-found"));
        }
        fileMany(bob, seen(opened, 0)).then().body("results[0].problem", equalTo("forbidden"));
        fileMany(ada, "").then().statusCode(400);
    }

    @Test
    void fileMany_filesTheRest_whereAnIdCannotBeOne() {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        String item = SentMessage.to(practice).sendPlain();
        ada.awaitItem(item);
        ada.open(item).then().statusCode(200);

        fileMany(ada, seen(item, 0) + "," + seen("a\\u0000", 0))
                .then()
                .statusCode(200)
                .body("results[0].status", equalTo("filed"))
                .body("results[1].problem", equalTo("not-found"));
    }

    @Test
    void fileMany_filesTheRest_whereSomethingGoesWrongWithOne() throws SQLException {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        String first = SentMessage.to(practice).sendPlain();
        String broken = SentMessage.to(practice).sendPlain();
        String last = SentMessage.to(practice).sendPlain();
        Stream.of(first, broken, last).forEach(ada::awaitItem);
        Database.change("update worklist_item set status = 'lost' where item_id = ?", broken);

        fileMany(ada, String.join(",", seen(first, 0), seen(broken, 0), seen(last, 0)))
                .then()
                .statusCode(200)
                .body("results.id", contains(first, broken, last))
                .body("results[0].status", equalTo("filed"))
                .body("results[1].problem", equalTo("internal-error"))
                .body("results[2].status", equalTo("filed"));
    }

    /** As with a database that hangs: each item would wait for it anew. */
    @Test
    void fileMany_triesNoMore_whereSomethingGoesWrongWithTwoInARow() throws SQLException {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        String broken = SentMessage.to(practice).sendPlain();
        String another = SentMessage.to(practice).sendPlain();
        String last = SentMessage.to(practice).sendPlain();
        Stream.of(broken, another, last).forEach(ada::awaitItem);
        Database.change("update worklist_item set status = 'lost' where item_id in (?, ?)", broken, another);

        fileMany(ada, String.join(",", seen(broken, 0), seen(another, 0), seen(last, 0)))
                .then()
                .statusCode(200)
                .body("results.id", contains(broken, another, last))
                .body("results.problem", contains("internal-error", "internal-error", "internal-error"))
                .body("results[2].detail", containsString("not tried"));
        ada.open(last).then().body("status", equalTo("pending"));
        fileMany(ada, seen(last, 0)).then().body("results[0].status", equalTo("filed"));
    }

    @Test
    void fileMany_leavesWhatThePharmacistWarnsOfOrAsksFor_toBeFiledOnItsOwn_everyTimeTheSame() {
        settle(controller, "\"0\"", BULK).then().statusCode(200);
        SentMessage warning = SentMessage.to(practice);
        SentMessage asking = SentMessage.to(practice);
        String warns = warning.send(warning.without(SentMessage.ACTIONS));
        String asks = asking.send(asking.without(SentMessage.RED_FLAGS));
        String plain = SentMessage.to(practice).sendPlain();
        Stream.of(warns, asks, plain).forEach(ada::awaitItem);
        String all = String.join(",", seen(warns, 0), seen(asks, 0), seen(plain, 0));

        for (int time = 0; time < 2; time++) {
            fileMany(ada, all)
                    .then()
                    .statusCode(200)
                    .body("results[0].problem", equalTo("filed-on-its-own"))
                    .body("results[0].detail", startsWith("The pharmacist sent red flags."))
                    .body("results[1].problem", equalTo("filed-on-its-own"))
                    .body("results[1].detail", startsWith("The pharmacist asks the practice to do something."))
                    .body("results[2].status", equalTo("filed"))
                    .body("results[2].version", equalTo(1));
        }
        ada.open(warns).then().body("status", equalTo("pending")).body("version", equalTo(0));
        ada.open(asks).then().body("status", equalTo("pending")).body("version", equalTo(0));
        ada.file(warns, "\"0\"", "{}").then().statusCode(200).body("status", equalTo("filed"));
    }

    @Test
    void openPage_hearsAtOnce_whenAnItemComes() throws Exception {
        CompletableFuture<String> first = firstEventOfAnOpenPage();
        SentMessage.to(SentMessage.anyPractice()).send();

        String item = SentMessage.to(practice).send();

        assertThat(first.get(20, TimeUnit.SECONDS)).contains(item).contains("\"version\":0");
    }

    @Test
    void openPage_hearsOfWhatAnotherProcessWrote() throws Exception {
        CompletableFuture<String> first = firstEventOfAnOpenPage();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Database.rows(
                    "select pg_notify('worklist_change', 'another-process ' || ? || ' item-of-another 7')", practice);
            return first.isDone();
        });

        assertThat(first.get()).contains("item-of-another").contains("\"version\":7");
    }

    /** Neither side of a connection keeps it open for ever where nothing comes. */
    @Test
    void openPage_hearsASignOfLife_whileNothingComes() throws Exception {
        OpenPage page = OpenPage.at(practice, TestTokens.of("practice", practice));

        CompletableFuture<String> first = page.firstLine(":");

        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(":still here");
    }

    @Test
    void openPage_endsWithItsToken() throws Exception {
        OpenPage page = OpenPage.at(practice, TestTokens.endingIn("practice", practice, Duration.ofSeconds(3)));

        CompletableFuture<String> end = page.firstLine("data:");

        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo("nothing");
    }

    @Test
    void otherProcesses_hearOfWhatWasWrittenHere() throws Exception {
        try (OtherProcess other = new OtherProcess()) {
            other.awaits(practice, SentMessage.to(practice).send());
        }
    }

    private CompletableFuture<String> firstEventOfAnOpenPage() throws Exception {
        return OpenPage.at(practice, TestTokens.of("practice", practice)).firstLine("data:");
    }
}
