package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.eventstore.Door.DoorOpened;
import io.consentry.eventstore.Door.Open;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {

    private static TestStore store;

    private final List<EventSourcing> started = new ArrayList<>();

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException, SQLException {
        store = new TestStore(directory);
        store.asOwner("create table opened_door (door text primary key)");
        store.asOwner("grant select, insert, delete on opened_door to filing_runtime");
    }

    @AfterAll
    static void stopServer() throws IOException {
        store.close();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        store.asOwner("truncate stored_event, processor_token, dead_letter, opened_door");
    }

    @AfterEach
    void stop() {
        started.forEach(EventSourcing::close);
    }

    private static EventSourcingBuilder doors() {
        return EventSourcing.on(store.runtime)
                .events(EventNames.none().with("DoorOpened", "1", DoorOpened.class))
                .aggregate(Door.class);
    }

    private EventSourcing start(EventSourcing doors) {
        started.add(doors);
        doors.start();
        return doors;
    }

    /** In one transaction and before anybody follows, so that they come in one batch. */
    private void open(String... names) {
        EventSourcing unfollowed = start(doors().build());
        unfollowed.runInUnitOfWork(() -> {
            for (String name : names) {
                unfollowed.send(new Open(name), Map.of());
            }
            return true;
        });
    }

    private EventSourcing follow(Writing handler) {
        return follow(handler, 1);
    }

    private EventSourcing follow(Writing handler, int segments) {
        return start(doors().streamingWithDeadLetters("doors", List.of(handler), segments, 100)
                .build());
    }

    private static void await(String query, String answer) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(store.ask(query))
                .isEqualTo(answer));
    }

    @Test
    void whatEventsOfABatchChange_isWrittenTogether() {
        open(IntStream.range(0, 60).mapToObj("door-%d"::formatted).toArray(String[]::new));
        Writing handler = new Writing();

        follow(handler);

        await("select count(*) from opened_door", "60");
        // The first batch begins while the others are still being read.
        assertThat(handler.written).hasSizeLessThan(20);
    }

    @Test
    void onlyTheEventThatCannotBeWritten_isPutAside_andTheOthersOfItsBatchStay() {
        open("one", "stuck", "three");

        follow(new Writing());

        await("select string_agg(door, ' ' order by door) from opened_door", "one three");
        await("select string_agg(stream_id, ' ') from dead_letter", "stuck");
    }

    @Test
    void whatWasPutAside_isWritten_onceItCanBe() throws SQLException {
        open("stuck", "two");
        Writing handler = new Writing();
        EventSourcing doors = follow(handler);
        await("select count(*) from dead_letter", "1");

        handler.canWriteAll = true;

        assertThat(doors.deadLetters("doors").retry("stuck")).isTrue();
        assertThat(store.ask("select string_agg(door, ' ' order by door) from opened_door"))
                .isEqualTo("stuck two");
    }

    /** Another segment's batch fails while this one is gathered; then an event of this one cannot be written either. */
    @Test
    void whatABatchGathered_isNotLost_whenCareBeginsInTheMiddleOfIt() {
        String first = inSegment(0, "first");
        String one = inSegment(0, "one");
        String two = inSegment(0, "two");
        String stuckElsewhere = inSegment(1, "stuck elsewhere");
        CountDownLatch allAreRead = new CountDownLatch(1);
        CountDownLatch oneIsGathered = new CountDownLatch(1);
        CountDownLatch careHasBegun = new CountDownLatch(2);
        Writing handler = new Writing();
        handler.told = door -> {
            if (door.equals(first)) {
                await(allAreRead);
            } else if (door.equals(one)) {
                oneIsGathered.countDown();
            } else if (door.equals(two)) {
                await(careHasBegun);
            } else if (door.equals(stuckElsewhere)) {
                allAreRead.countDown();
                careHasBegun.countDown();
                await(oneIsGathered);
            }
        };
        open(first, one, two, inSegment(0, "stuck"), stuckElsewhere);

        follow(handler, 2);

        await("select count(*) from dead_letter where stream_id like 'stuck%'", "2");
        await("select count(*) from opened_door", "3");
        await("select count(*) from dead_letter", "2");
    }

    /** A longer name, where the streams of this one belong to another segment. */
    private static String inSegment(int segment, String name) {
        return (name.hashCode() & 1) == segment ? name : inSegment(segment, name + "'");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fails as a database does: when the statement runs, for all of its rows. */
    private static final class Writing implements GathersWrites {

        private final Gathered<String> gathered = new Gathered<>();
        private final List<List<String>> written = new CopyOnWriteArrayList<>();
        private volatile boolean canWriteAll;
        private volatile Consumer<String> told = door -> {};

        @EventHandler
        void on(DoorOpened event) {
            gathered.add(event.door());
            told.accept(event.door());
        }

        @Override
        public void write(Connection transaction) throws SQLException {
            List<String> names = gathered.take();
            written.add(List.copyOf(names));
            String insert = "insert into opened_door select d from unnest(?) d where "
                    + (canWriteAll ? "true" : "1 / case when d like 'stuck%' then 0 else 1 end = 1");
            try (PreparedStatement statement = transaction.prepareStatement(insert)) {
                statement.setArray(1, transaction.createArrayOf("text", names.toArray()));
                statement.executeUpdate();
            }
        }

        @Override
        public void forget() {
            gathered.take();
        }
    }
}
