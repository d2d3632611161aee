package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.eventstore.Door.DoorOpened;
import io.consentry.eventstore.Door.Open;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldAheadTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SHOWN =
            "select string_agg(door || version || by_whom, ' ' order by door) from shown_door";

    private static TestStore store;

    private final Shown shown = new Shown();

    @SuppressWarnings("NullAway.Init")
    private EventSourcing doors;

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException, SQLException {
        store = new TestStore(directory);
        store.asOwner("create table shown_door (door text primary key, version bigint not null, by_whom text not null,"
                + " check (door <> 'cursed' or version = 0))");
        store.asOwner("grant select, insert, update on shown_door to filing_runtime");
    }

    @AfterAll
    static void stopServer() throws IOException {
        store.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        store.asOwner("truncate stored_event, processor_token, dead_letter, shown_door");
        doors = started();
    }

    private EventSourcing started() {
        EventSourcing described = EventSourcing.on(store.runtime)
                .aggregate(Door.class)
                .events(EventNames.none().with("DoorOpened", "1", DoorOpened.class))
                .streamingAndToldAhead("shown", List.of(shown), 1, 100, shown)
                .build();
        described.start();
        return described;
    }

    @AfterEach
    void stop() {
        doors.close();
    }

    private void receive(String door) {
        doors.send(new Open(door), Map.of());
        await().atMost(SOON).until(() -> store.ask(SHOWN).contains(door + "0"));
        shown.told.clear();
    }

    @Test
    void whatIsAppended_isShownWithTheCommit_thoughTheProcessorStandsStill() throws SQLException {
        receive("front");
        receive("back");
        try (Connection standsStill = processorStandsStill()) {
            doors.sendTogether(List.of(new Open("front"), new Open("back")));

            assertThat(store.ask(SHOWN)).isEqualTo("back1ahead front1ahead");
            standsStill.rollback();
        }
        doors.send(new Open("last"), Map.of());
        await().atMost(SOON).until(() -> shown.told.contains("last0processor"));
        assertThat(shown.told).containsExactlyInAnyOrder("front1ahead", "back1ahead", "last0processor");
        assertThat(store.ask(SHOWN)).isEqualTo("back1ahead front1ahead last0processor");
    }

    @Test
    void aProcessorThatDoesNotKnowOfIt_tellsItAgain_andChangesNothing() throws SQLException {
        receive("front");
        doors.sendTogether(List.of(new Open("front")));
        doors.close();
        store.tell("delete from processor_token");

        doors = started();

        await().atMost(SOON).until(() -> shown.told.contains("front1processor"));
        assertThat(store.ask(SHOWN)).isEqualTo("front1ahead");
    }

    @Test
    void aStreamThatIsNotShownToItsEnd_isLeftToTheProcessor_andOthersAreNot() throws SQLException {
        receive("front");
        receive("back");
        try (Connection standsStill = processorStandsStill()) {
            doors.send(new Open("back"), Map.of());
            doors.sendTogether(List.of(new Open("front"), new Open("back"), new Open("new")));

            assertThat(store.ask(SHOWN)).isEqualTo("back0processor front1ahead");
            standsStill.rollback();
        }
        await().atMost(SOON).until(() -> store.ask(SHOWN).equals("back2processor front1ahead new0processor"));
    }

    /** Nobody knows what else is to be done in it, and how long it goes on. */
    @Test
    void whatIsSentWithinAnotherUnitOfWork_isLeftToTheProcessor() throws SQLException {
        receive("front");
        receive("back");

        doors.runInUnitOfWork(() -> doors.sendTogether(List.of(new Open("front"), new Open("back"))));

        await().atMost(SOON).until(() -> store.ask(SHOWN).equals("back1processor front1processor"));
    }

    @Test
    void whatCannotBeTold_isStoredAllTheSame_andPutAsideByTheProcessor() throws SQLException {
        receive("cursed");
        receive("front");

        List<CommandAnswer<Void>> answers = doors.sendTogether(List.of(new Open("cursed"), new Open("front")));

        assertThat(answers).allMatch(answer -> answer.refusal() == null);
        await().atMost(SOON)
                .until(() -> store.ask("select count(*) from dead_letter").equals("1"));
        assertThat(store.ask(SHOWN)).isEqualTo("cursed0processor front1processor");
        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("4");
    }

    /** As long as its transaction goes on. */
    private static Connection processorStandsStill() throws SQLException {
        Connection connection = store.runtime.getConnection();
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("select 1 from processor_token for update");
        }
        return connection;
    }

    /** Doors and how often they were opened after the first time; and whether that was told by the processor. */
    static final class Shown implements GathersWrites, ShownSoFar {

        private static final String WRITE = "insert into shown_door values (?, ?, ?) on conflict (door) do update set"
                + " version = excluded.version, by_whom = excluded.by_whom where shown_door.version < excluded.version";

        final List<String> told = new CopyOnWriteArrayList<>();
        private final Gathered<Opened> gathered = new Gathered<>();

        @EventHandler
        void on(DoorOpened event, @SequenceNumber long version) {
            String byWhom = Thread.currentThread().getName().startsWith("WorkPackage") ? "processor" : "ahead";
            told.add(event.door() + version + byWhom);
            gathered.add(new Opened(event.door(), version, byWhom));
        }

        @Override
        public Set<String> rightUpTo(Connection transaction, Map<String, Long> next) throws SQLException {
            Set<String> upToDate = new HashSet<>();
            try (PreparedStatement ask =
                    transaction.prepareStatement("select 1 from shown_door where door = ? and version = ?")) {
                for (Map.Entry<String, Long> door : next.entrySet()) {
                    ask.setString(1, door.getKey());
                    ask.setLong(2, door.getValue() - 1);
                    try (ResultSet row = ask.executeQuery()) {
                        if (row.next()) {
                            upToDate.add(door.getKey());
                        }
                    }
                }
            }
            return upToDate;
        }

        @Override
        public void write(Connection transaction) throws SQLException {
            for (Opened opened : gathered.take()) {
                try (PreparedStatement write = transaction.prepareStatement(WRITE)) {
                    write.setString(1, opened.door());
                    write.setLong(2, opened.version());
                    write.setString(3, opened.byWhom());
                    write.executeUpdate();
                }
            }
        }

        @Override
        public void forget() {
            gathered.take();
        }

        private record Opened(String door, long version, String byWhom) {}
    }
}
