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
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Both sides hear of what nobody looks at. The message's age is moved, not the clock. */
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

    private static final Duration LONGER_THAN_ANY_HOLIDAYS = Duration.ofDays(10);

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void oldItem_isToldToBothSidesOnce_untilSomebodyLooksAtIt() throws SQLException {
        Instant old = Instant.now().minus(LONGER_THAN_ANY_HOLIDAYS);
        String unread = SentMessage.to(practice).at(old).send();
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
