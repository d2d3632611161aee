package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ReceivingTest {

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    @Test
    void message_becomesOneItem_howeverOftenItIsAnnounced() throws SQLException {
        SentMessage message = SentMessage.to(practice);
        message.send();
        IngestStandIn.announce(message.accepted());
        ada.awaitItem(message.id());
        ada.file(message.id(), "\"0\"", "{}").then().statusCode(200);
        IngestStandIn.announce(message.accepted());
        String marker = SentMessage.to(practice).send();
        ada.awaitItem(marker);

        assertThat(Database.asRuntime("select count(*) from stored_event where stream_id = ?", message.id()))
                .isEqualTo("2");
        ada.open(message.id()).then().body("status", equalTo("filed"));
    }

    @Test
    void message_isParked_whenItsContentIsGone_andTheRestGoOn() throws SQLException {
        SentMessage gone = SentMessage.to(practice);
        IngestStandIn.announce(gone.accepted());
        String next = SentMessage.to(practice).send();

        ada.awaitItem(next);

        ada.open(gone.id()).then().statusCode(404);
        assertThat(Database.asRuntime("select cause from parked_event where subject = ?", gone.id()))
                .contains("ContentIsGone");
    }

    @Test
    void message_becomesAnItem_alsoWithACodeThatNobodyCouldLookFor() {
        String longest = new SecureRandom()
                .ints(10_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        for (String code : List.of(longest, "a\u0000b", "two words", "")) {
            SentMessage message = SentMessage.to(practice);
            IngestStandIn.accept(message.accepted(), message.withCode(code), message.original());

            ada.awaitItem(message.id());
        }
    }

    @Test
    void position_isCommittedWithTheItems_upToTheLast() {
        IntStream.range(0, 30).mapToObj(i -> SentMessage.to(practice)).forEach(SentMessage::send);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> Database.asRuntime("select position from followed_feed where feed = 'ingest'"),
                        position -> Integer.parseInt(position) == IngestStandIn.announced());
        ada.awaitItem(SentMessage.to(practice).send());

        ada.list("?limit=500")
                .then()
                .body("items.size()", equalTo(31))
                .body("items.status.unique()", contains("pending"));
    }
}
