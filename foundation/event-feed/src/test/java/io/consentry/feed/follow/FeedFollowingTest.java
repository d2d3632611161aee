package io.consentry.feed.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.ItemFiled;
import io.consentry.feed.DeliveredEvent;
import io.consentry.feed.NumberedEvent;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A follower against a real database; the feed is a list, which can do whatever a feed must not. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class FeedFollowingTest {

    @Inject
    @DataSource("runtime")
    AgroalDataSource database;

    private final List<DeliveredEvent> published = new ArrayList<>();
    private final String feed = "feed-" + UUID.randomUUID();
    private String poison = "nobody";

    @BeforeEach
    void effectsGoToATable() throws SQLException {
        try (Connection owner = PostgresAndKeys.postgres()
                .connect(io.consentry.postgres.SuiteDatabase.INGEST, "ingest_owner", PostgresAndKeys.PASSWORD)) {
            owner.createStatement()
                    .execute("create table if not exists effect (feed text, message text, position bigint);"
                            + "grant select, insert on effect to ingest_runtime");
        }
    }

    @Test
    void appliesEachEventOnce_inOrder() throws Exception {
        publish("a", "b", "c");
        follower().followOnce(Duration.ZERO);
        publish("d");
        follower().followOnce(Duration.ZERO);
        follower().followOnce(Duration.ZERO);

        assertThat(effects()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void parksWhatCannotBeApplied_withLaterEventsOfItsMessage_andTheRestGoOn() throws Exception {
        poison = "b";
        publish("a", "b", "c", "b", "d");
        follower().followOnce(Duration.ZERO);
        assertThat(effects()).containsExactly("a", "c", "d");

        poison = "nobody";
        publish("b");
        follower().followOnce(Duration.ZERO);
        assertThat(effects()).containsExactly("a", "c", "d");

        follower().retryParked();
        assertThat(effects()).containsExactly("a", "c", "d", "b", "b", "b");
    }

    @Test
    void keepsTheOrderOfAMessage_whenItsFirstParkedEventStillFails() throws Exception {
        poison = "b";
        publish("b", "b", "c");
        follower().followOnce(Duration.ZERO);
        List<Long> tried = new ArrayList<>();
        new FeedFollower(feed, source(), Transactions.on(database), (transaction, events) -> {
                    tried.add(events.get(0).position());
                    insert(transaction, events);
                })
                .retryParked();
        assertThat(tried).as("the second waits for the first").containsExactly(1L);
        assertThat(effects()).containsExactly("c");
    }

    @Test
    void triesAllOfThemAgain_howeverManyWereParked() throws Exception {
        String[] messages = IntStream.range(0, 450).mapToObj("m-%d"::formatted).toArray(String[]::new);
        publish(messages);
        FeedFollower failing = new FeedFollower(feed, source(), Transactions.on(database), (transaction, events) -> {
            throw new IllegalStateException("not today");
        });
        for (int batch = 0; batch < 3; batch++) {
            failing.followOnce(Duration.ZERO);
        }
        assertThat(effects()).isEmpty();

        follower().retryParked();

        assertThat(effects()).containsExactly(messages);
    }

    /** The follower sees it parked and takes its time to commit: the next look for parked events would come too early. */
    @Test
    void leavesNoEventParkedBehindOneThatIsReleasedAtThatMoment() throws Exception {
        park("b");
        publish("b");
        CountDownLatch released = new CountDownLatch(1);
        FeedFollower slow = new FeedFollower(feed, source(), slowToPark(released), this::insert);
        Thread following = new Thread(() -> follow(slow));

        retryWhile(following);
        released.countDown();
        following.join();

        assertThat(effects()).containsExactly("b", "b");
    }

    @Test
    void appliesAParkedEventOnce_whenTwoTryItAtTheSameMoment() throws Exception {
        park("b");
        Thread another = new Thread(() -> {
            try {
                follower().retryParked();
            } catch (NotNowException | SQLException e) {
                throw new AssertionError(e);
            }
        });

        retryWhile(another);
        another.join();

        assertThat(effects()).containsExactly("b");
    }

    private void park(String message) throws Exception {
        poison = message;
        publish(message);
        follower().followOnce(Duration.ZERO);
        poison = "nobody";
    }

    /** In the middle of the first event the other has a second to come between. */
    private void retryWhile(Thread other) throws Exception {
        new FeedFollower(feed, source(), Transactions.on(database), (transaction, events) -> {
                    if (other.getState() == Thread.State.NEW) {
                        other.start();
                        join(other, Duration.ofSeconds(1));
                    }
                    insert(transaction, events);
                })
                .retryParked();
    }

    private static void join(Thread other, Duration atMost) {
        try {
            other.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(FeedFollower follower) {
        try {
            follower.followOnce(Duration.ZERO);
        } catch (NotNowException | SQLException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Commits what parks a second event only when it is let, or after some time. */
    private Transactions slowToPark(CountDownLatch let) {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) throws SQLException, NotNowException {
                return Transactions.on(database).run(transaction -> {
                    T result = work.within(transaction);
                    if (parked(transaction) > 1) {
                        await(let);
                    }
                    return result;
                });
            }
        };
    }

    private long parked(Connection transaction) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement("select count(*) from parked_event where feed = ?")) {
            ask.setString(1, feed);
            ResultSet row = ask.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void parksAnEventOfAKindItDoesNotKnow_untilItDoes() throws Exception {
        publish("a", "b");
        DeliveredEvent known = published.get(0);
        published.set(0, new DeliveredEvent(1, known.id(), "io.consentry.Later.v1", "a", "{}"));
        follower().followOnce(Duration.ZERO);
        assertThat(effects()).containsExactly("b");

        follower().retryParked();
        publish("a");
        follower().followOnce(Duration.ZERO);
        assertThat(effects())
                .as("a later event of the same message waits behind it")
                .containsExactly("b");
    }

    @Test
    void appliesNothing_whenTheProcessDiesBeforeTheCommit() throws Exception {
        publish("a", "b");
        FeedFollower dying = new FeedFollower(feed, source(), Transactions.on(database), (transaction, events) -> {
            insert(transaction, events);
            throw new NotNowException("killed here");
        });
        assertThatThrownBy(() -> dying.followOnce(Duration.ZERO)).isInstanceOf(NotNowException.class);
        assertThat(effects()).isEmpty();

        follower().followOnce(Duration.ZERO);
        assertThat(effects()).containsExactly("a", "b");
    }

    /** What was too much at once may have ended the process before: it begins with one. */
    @Test
    void asksForOneAtFirst_andForFewerAgain_whenSoManyCannotBeTaken() throws Exception {
        String[] messages = IntStream.range(0, 100).mapToObj("m-%d"::formatted).toArray(String[]::new);
        publish(messages);
        List<Integer> asked = new CopyOnWriteArrayList<>();
        EventSource asking = (position, limit, wait) -> {
            asked.add(limit);
            return source().after(position, limit, wait);
        };
        FeedFollower follower = new FeedFollower(feed, asking, Transactions.on(database), (transaction, events) -> {
            if (events.size() > 30) {
                throw new NotNowException("too much at once");
            }
            insert(transaction, events);
        });

        follower.start();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> follower.appliedUpTo() == 100);
        follower.stop();
        assertThat(effects()).containsExactly(messages);
        assertThat(asked).startsWith(1, 2, 4, 8, 16, 32, 16, 16, 16, 16, 16);
    }

    @Test
    void oneOfTwoFollowers_applies_whenBothFetchedTheSameBatch() throws Exception {
        publish("a", "b");
        EventSource racing = (position, limit, wait) -> {
            List<DeliveredEvent> batch = source().after(position, limit, wait);
            try {
                follower().followOnce(Duration.ZERO);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return batch;
        };
        new FeedFollower(feed, racing, Transactions.on(database), this::insert).followOnce(Duration.ZERO);

        assertThat(effects()).containsExactly("a", "b");
    }

    @Test
    void refusesAFeedWithAGap_ratherThanLosingAnEvent() throws Exception {
        publish("a", "b", "c");
        published.remove(1);

        assertThatThrownBy(() -> follower().followOnce(Duration.ZERO)).isInstanceOf(NotNowException.class);
        assertThat(effects()).isEmpty();
    }

    private void publish(String... messages) {
        for (String message : messages) {
            published.add(DeliveredEvent.of(new NumberedEvent(
                    published.size() + 1L, UUID.randomUUID(), new ItemFiled(message, "Z00001", Instant.EPOCH, false))));
        }
    }

    private EventSource source() {
        return (position, limit, wait) -> published.stream()
                .filter(event -> event.position() > position)
                .limit(limit)
                .toList();
    }

    private FeedFollower follower() {
        return new FeedFollower(feed, source(), Transactions.on(database), this::insert);
    }

    private void insert(Connection transaction, List<NumberedEvent> events) throws SQLException {
        for (NumberedEvent event : events) {
            if (event.event().subject().equals(poison)) {
                throw new IllegalStateException("cannot be applied");
            }
            try (PreparedStatement insert = transaction.prepareStatement("insert into effect values (?, ?, ?)")) {
                insert.setString(1, feed);
                insert.setString(2, event.event().subject());
                insert.setLong(3, event.position());
                insert.executeUpdate();
            }
        }
    }

    private List<String> effects() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask =
                        connection.prepareStatement("select message from effect where feed = ? order by ctid")) {
            ask.setString(1, feed);
            List<String> messages = new ArrayList<>();
            ResultSet row = ask.executeQuery();
            while (row.next()) {
                messages.add(row.getString(1));
            }
            return messages;
        }
    }
}
