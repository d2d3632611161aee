package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Both sides hear of what nobody looks at. The item's age is moved, not the clock. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
@TestProfile(UnreadTest.LooksOften.class)
class UnreadTest {

    /** As nobody would run it. */
    public static class LooksOften implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("filing.unread.look-every", "1s");
        }
    }

    /** Longer than any holidays last. */
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(10));

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void oldItem_isToldToBothSidesOnce_untilSomebodyLooksAtIt() throws SQLException {
        String unread = lyingForLong();
        String fresh = SentMessage.to(practice).at(Instant.now()).send();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> announced(unread)
                .equals("1"));
        list().body("items.id", contains(unread));
        assertThat(announced(fresh)).isEqualTo("0");

        ada.open(unread).then().statusCode(200);
        list().body("items", empty());
        assertThat(announced(unread)).isEqualTo("1");
        ada.asking().get("/practices/Z99999/items/unread").then().statusCode(404);
    }

    @Test
    void itemOfWhichSomebodyReadTheHistoryAlone_isUnread() throws SQLException {
        String item = inTheWorklist();
        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/history")
                .then()
                .statusCode(200);

        cameLongAgo(item);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> announced(item)
                .equals("1"));
    }

    @Test
    void itemThatShowedNobodyItsContent_isUnread_thoughSomebodyOpenedIt() throws SQLException {
        String item = inTheWorklist();
        Database.change("delete from item_content where item_id = ?", item);
        ada.open(item).then().statusCode(200);

        cameLongAgo(item);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> announced(item)
                .equals("1"));
        list().body("items.id", contains(item));
    }

    /** Somebody must have been able to look at it for a working day. */
    @Test
    void itemThatWaitedElsewhere_isNotUnread_whenItComesIntoTheWorklist() throws SQLException {
        String late = inTheWorklist();
        String unread = lyingForLong();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> announced(unread)
                .equals("1"));
        assertThat(announced(late)).isEqualTo("0");
        list().body("items.id", contains(unread));
    }

    /** A page may be open at a process other than the one that looks. */
    @Test
    void otherProcesses_hearOfIt() throws SQLException {
        String item = inTheWorklist();
        try (OtherProcess other = new OtherProcess()) {
            cameLongAgo(item);
            other.awaits(practice, item);
        }
    }

    private String lyingForLong() throws SQLException {
        String item = inTheWorklist();
        cameLongAgo(item);
        return item;
    }

    private static void cameLongAgo(String item) throws SQLException {
        Database.asOwner(
                "update stored_event set recorded_at = ? where stream_id = ?", LONG_AGO.atOffset(ZoneOffset.UTC), item);
    }

    /** Sent long ago, and looked at by nobody. */
    private String inTheWorklist() {
        String item = SentMessage.to(practice).at(LONG_AGO).send();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Database.asRuntime(
                        "select count(*) from worklist_item where item_id = ?", item)
                .equals("1"));
        return item;
    }

    private ValidatableResponse list() {
        return ada.asking()
                .get("/practices/" + practice + "/items/unread")
                .then()
                .statusCode(200);
    }

    private static String announced(String item) throws SQLException {
        return Database.asRuntime(
                "select count(*) from feed_event where subject = ? and type = 'io.consentry.ItemUnread.v1'", item);
    }
}
