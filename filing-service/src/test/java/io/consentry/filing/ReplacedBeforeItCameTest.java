package io.consentry.filing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.events.MessageWithdrawn;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A newer document overtakes one that could not become an item yet: there must be no moment at which both can be filed. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReplacedBeforeItCameTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private static SentMessage announcedWithoutContent(SentMessage message) {
        IngestStandIn.announce(message.accepted());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Database.rows(
                        "select 1 from parked_event where subject = ?", message.id())
                .isEmpty());
        return message;
    }

    private SentMessage received(SentMessage message) {
        message.send();
        ada.awaitItem(message.id());
        return message;
    }

    private static void comesToLight(SentMessage message, Reviewer reviewer) throws SQLException {
        IngestStandIn.reveal(message.id(), message.consultation());
        List<String> letters = operator()
                .get("/dead-letters")
                .then()
                .extract()
                .path("deadLetters.findAll { it.itemId == '" + message.id() + "' }.id");
        operator()
                .post("/dead-letters/" + letters.get(0) + "/retry")
                .then()
                .statusCode(200)
                .body("applied", equalTo(true));
        reviewer.awaitItem(message.id());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.of("operator", "X00001"));
    }

    private void onlyPendingIs(SentMessage message) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> ada.list("?status=pending").then().body("items.id", contains(message.id())));
    }

    private void isReplaced(SentMessage message) {
        ada.open(message.id()).then().body("status", equalTo("replaced"));
    }

    @Test
    void olderDocument_isReplacedWhenItComes() throws SQLException {
        SentMessage older = announcedWithoutContent(SentMessage.to(practice));
        SentMessage newer = received(SentMessage.to(practice).replacing(older.id()));

        comesToLight(older, ada);

        onlyPendingIs(newer);
        ada.open(older.id())
                .then()
                .body("status", equalTo("replaced"))
                .body("history.otherItem.flatten().findAll { it }", contains(newer.id()));
        ada.file(older.id(), "\"1\"", "{}").then().statusCode(409);
    }

    @Test
    void newestDocument_replacesTheOldest_whileTheOneBetweenCannotCome() throws SQLException {
        SentMessage oldest = received(SentMessage.to(practice));
        SentMessage between = announcedWithoutContent(SentMessage.to(practice).replacing(oldest.id()));
        SentMessage newest = received(SentMessage.to(practice).replacing(between.id()));

        onlyPendingIs(newest);

        comesToLight(between, ada);
        onlyPendingIs(newest);
        isReplaced(between);
    }

    @Test
    void newestDocument_replacesAllThatComeLater_inWhateverOrder() throws SQLException {
        SentMessage oldest = announcedWithoutContent(SentMessage.to(practice));
        SentMessage between = announcedWithoutContent(SentMessage.to(practice).replacing(oldest.id()));
        SentMessage newest = received(SentMessage.to(practice).replacing(between.id()));

        comesToLight(oldest, ada);
        onlyPendingIs(newest);
        comesToLight(between, ada);
        onlyPendingIs(newest);
    }

    @Test
    void olderDocument_ofAnotherPractice_staysWhatItIs() throws SQLException {
        String elsewhere = SentMessage.anyPractice();
        Reviewer bob = Reviewer.at(elsewhere);
        SentMessage older = announcedWithoutContent(SentMessage.to(elsewhere));
        received(SentMessage.to(practice).replacing(older.id()));

        comesToLight(older, bob);

        bob.open(older.id()).then().body("status", equalTo("pending"));
    }

    @Test
    void olderDocument_thatWasTakenBackToo_isReplacedOnce() throws SQLException {
        SentMessage older = announcedWithoutContent(SentMessage.to(practice));
        SentMessage newer = received(SentMessage.to(practice).replacing(older.id()));
        IngestStandIn.announce(new MessageWithdrawn(older.id(), practice, older.at(), "wrong-patient"));

        comesToLight(older, ada);

        onlyPendingIs(newer);
        isReplaced(older);
    }

    /** In whatever batches they are told: who replaces what was taken back came after it. */
    @Test
    void documentThatWasTakenBack_staysTakenBack_thoughANewerOneCameWithTheNews() {
        SentMessage older = received(SentMessage.to(practice));
        SentMessage newer = SentMessage.to(practice).replacing(older.id());
        synchronized (IngestStandIn.class) {
            IngestStandIn.announce(new MessageWithdrawn(older.id(), practice, older.at(), "wrong-patient"));
            newer.send();
        }
        ada.awaitItem(newer.id());

        ada.open(older.id()).then().body("status", equalTo("withdrawn"));
        onlyPendingIs(newer);
    }
}
