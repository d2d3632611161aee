package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.eventstore.Door.DoorOpened;
import io.consentry.eventstore.Door.Open;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSourcingTest {

    private static final EventNames NAMES = EventNames.none().with("DoorOpened", "1", DoorOpened.class);

    private static TestStore store;

    private final List<EventSourcing> started = new ArrayList<>();

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException, SQLException {
        store = new TestStore(directory);
        store.asOwner("create table door_seen (door text)");
        store.asOwner("grant select, insert on door_seen to filing_runtime");
    }

    @AfterAll
    static void stopServer() throws IOException {
        store.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store.asOwner("truncate stored_event, processor_token, stream_snapshot, door_seen");
    }

    @AfterEach
    void stop() {
        started.forEach(EventSourcing::close);
    }

    private EventSourcing start(EventSourcingBuilder described) {
        EventSourcing eventSourcing = described.events(NAMES).build();
        eventSourcing.start();
        started.add(eventSourcing);
        return eventSourcing;
    }

    private static EventSourcingBuilder doors() {
        return EventSourcing.on(store.runtime).aggregate(Door.class);
    }

    @Test
    void send_storesEventUnderItsGivenName_whenCommandIsHandled() throws SQLException {
        EventSourcing doors = start(doors().carry("requestId"));

        doors.send(new Open("front"), Map.of("requestId", "r-1"));
        doors.send(new Open("front"), Map.of("requestId", "r-2"));

        assertThat(store.ask("select string_agg(event_name || ' ' || revision || ' ' || stream_sequence, ', '"
                        + " order by position) from stored_event"))
                .isEqualTo("DoorOpened 1 0, DoorOpened 1 1");
        assertThat(store.ask("select convert_from(payload, 'UTF8') from stored_event limit 1"))
                .isEqualTo("{\"door\":\"front\"}");
        assertThat(store.ask("select convert_from(metadata, 'UTF8') from stored_event order by position limit 1"))
                .contains("r-1");
    }

    @Test
    void append_isRefusedAsConflict_whenThePlaceInTheStreamIsTaken() {
        EventSourcing doors = start(doors());
        DomainEventMessage<DoorOpened> first =
                new GenericDomainEventMessage<>("Door", "back", 0, new DoorOpened("back"));
        DomainEventMessage<DoorOpened> second =
                new GenericDomainEventMessage<>("Door", "back", 0, new DoorOpened("back"));
        doors.eventStore().publish(first);

        assertThatThrownBy(() -> doors.eventStore().publish(second)).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void send_storesNothing_whenSubscribingHandlerFails() throws SQLException {
        EventSourcing doors = start(doors().subscribing("refusing", new Refusing()));

        assertThatThrownBy(() -> doors.send(new Open("front"), Map.of())).hasMessageContaining("no doors today");

        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("0");
    }

    @Test
    void send_storesEventAndRowTogether_whenSubscribingHandlerWritesSql() throws SQLException {
        EventSourcing doors = start(doors().subscribing("recording", new Recording()));

        doors.send(new Open("front"), Map.of());

        assertThat(store.ask("select door from door_seen")).isEqualTo("front");
    }

    @Test
    void runInUnitOfWork_undoesEventsAndRows_whenWorkFails() throws SQLException {
        EventSourcing doors = start(doors());

        assertThatThrownBy(() -> doors.runInUnitOfWork(() -> {
                    doors.send(new Open("front"), Map.of());
                    insert(doors.currentConnection(), "front");
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("0");
        assertThat(store.ask("select count(*) from door_seen")).isEqualTo("0");
    }

    @Test
    void runInUnitOfWork_keepsTheRest_whenOneCommandWithinItIsRefused() throws SQLException {
        EventSourcing doors = start(doors().commandHandler(new Writing()));

        doors.runInUnitOfWork(() -> {
            doors.send(new Open("front"), Map.of());
            assertThatThrownBy(() -> doors.send(new Write("half done"), Map.of()))
                    .hasMessage("refused after writing");
            doors.send(new Open("front"), Map.of());
            insert(doors.currentConnection(), "whole");
            return "done";
        });

        assertThat(store.ask("select string_agg(stream_id || stream_sequence, ',') from stored_event"))
                .isEqualTo("front0,front1");
        assertThat(store.ask("select string_agg(door, ',') from door_seen")).isEqualTo("whole");
    }

    @Test
    void runInUnitOfWork_undoesEverything_whenSubscribingHandlerFails() throws SQLException {
        Refusing refusing = new Refusing();
        refusing.only = "side";
        EventSourcing doors = start(doors().subscribing("refusing", refusing));

        assertThatThrownBy(() -> doors.runInUnitOfWork(() -> {
                    doors.send(new Open("front"), Map.of());
                    doors.send(new Open("side"), Map.of());
                    return "done";
                }))
                .hasMessageContaining("no doors today");

        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("0");
    }

    @Test
    void currentConnection_isRefused_outsideAUnitOfWork() {
        EventSourcing doors = start(doors());

        assertThatThrownBy(doors::currentConnection).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void streaming_seesEveryEventOnce_whenStoppedAndStartedAgain() {
        Following following = new Following();
        EventSourcing first = start(doors().streaming("following", following, 1, 10));
        first.send(new Open("one"), Map.of());
        first.send(new Open("two"), Map.of());
        Awaitility.await().until(() -> following.seen.size() == 2);
        first.close();
        started.clear();

        EventSourcing second = start(doors().streaming("following", following, 1, 10));
        second.send(new Open("three"), Map.of());

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> following.seen.size() >= 3);
        assertThat(following.seen).containsExactly("one", "two", "three");
    }

    @Test
    void snapshot_isRead_onlyIfItIsOfTodaysShape() throws SQLException {
        EventSourcing before = start(EventSourcing.on(store.runtime).aggregate(Door.class, 3, "1"));
        openMany(before, 7, new ArrayList<>());
        assertThat(store.ask("select event_name || ' ' || revision from stream_snapshot"))
                .isEqualTo("Door 1");
        store.asOwner("update stored_event set event_name = 'Lost' where stream_sequence < 5");

        before.send(new Open("contested"), Map.of());
        EventSourcing after = start(EventSourcing.on(store.runtime).aggregate(Door.class, 3, "2"));

        assertThatThrownBy(() -> after.send(new Open("contested"), Map.of())).hasMessageContaining("Lost");
    }

    @Test
    void serialize_isRefused_whenClassHasNoName() {
        NamedEventSerializer serializer = new NamedEventSerializer(EventNames.none());

        assertThatThrownBy(() -> serializer.serialize(new DoorOpened("front"), byte[].class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void dispatchRetrying_succeeds_whenAnotherProcessWritesTheSameStream() throws SQLException {
        EventSourcing here = start(doors());
        EventSourcing there = start(doors());
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        openMany(here, 1, failures);
        Thread other = new Thread(() -> openMany(there, 40, failures));
        other.start();
        openMany(here, 40, failures);
        Awaitility.await().until(() -> !other.isAlive());

        assertThat(failures).isEmpty();
        assertThat(store.ask("select count(*) || ' ' || max(stream_sequence) from stored_event"))
                .isEqualTo("81 80");
    }

    private static void openMany(EventSourcing doors, int times, List<Throwable> failures) {
        for (int i = 0; i < times; i++) {
            try {
                doors.dispatchRetrying(new Open("contested"), Map.of(), 50)
                        .await()
                        .atMost(Duration.ofSeconds(20));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    @Test
    void storedEvents_cannotBeChangedOrDeleted_byTheRuntimeRole() {
        start(doors()).send(new Open("front"), Map.of());

        for (String sql :
                List.of("update stored_event set payload = ''", "delete from stored_event", "truncate stored_event")) {
            assertThatThrownBy(() -> store.tell(sql)).hasMessageContaining("permission denied");
        }
    }

    private static void insert(Connection transaction, String door) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("insert into door_seen values ('" + door + "')");
        }
    }

    static final class Refusing {
        String only = "";

        @EventHandler
        void on(DoorOpened event) {
            if (only.isEmpty() || only.equals(event.door())) {
                throw new IllegalStateException("no doors today");
            }
        }
    }

    static final class Recording {

        @EventHandler
        void on(DoorOpened event, Connection transaction) throws SQLException {
            insert(transaction, event.door());
        }
    }

    record Write(String what) {}

    static final class Writing {

        @CommandHandler
        void handle(Write command, Connection transaction) throws SQLException {
            insert(transaction, command.what());
            throw new IllegalStateException("refused after writing");
        }
    }

    static final class Following {
        final List<String> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(DoorOpened event) {
            seen.add(event.door());
        }
    }
}
