package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.eventstore.Door.DoorOpened;
import io.consentry.eventstore.Door.Knock;
import io.consentry.eventstore.Door.Open;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CommandsTogetherTest {

    private static final String STORED =
            "select string_agg(stream_id || stream_sequence, ' ' order by stream_id, stream_sequence) from stored_event";

    private static TestStore store;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<EventSourcing> started = new ArrayList<>();

    @BeforeAll
    static void startServer(@TempDir Path directory) throws IOException, SQLException {
        store = new TestStore(directory);
        store.asOwner("create table opened_door (door text primary key)");
        store.asOwner("grant select, insert on opened_door to filing_runtime");
    }

    @AfterAll
    static void stopServer() throws IOException {
        store.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store.asOwner("truncate stored_event, processor_token, opened_door");
    }

    @AfterEach
    void stop() {
        started.forEach(EventSourcing::close);
    }

    private EventSourcing start(EventSourcingBuilder described) {
        EventSourcing doors = described
                .events(EventNames.none().with("DoorOpened", "1", DoorOpened.class))
                .build();
        doors.start();
        started.add(doors);
        return doors;
    }

    private EventSourcing doors() {
        return start(described());
    }

    private EventSourcingBuilder described() {
        return EventSourcing.on(overheard()).aggregate(Door.class);
    }

    /** The store's connections, which tell what is prepared on them. */
    private DataSource overheard() {
        return wrap(
                DataSource.class,
                store.runtime,
                (method, made) -> made instanceof Connection connection
                        ? wrap(Connection.class, connection, (asking, statement) -> statement)
                        : made);
    }

    @FunctionalInterface
    private interface Made {
        Object of(String method, Object made);
    }

    private <T> T wrap(Class<T> type, T real, Made made) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("setSavepoint")) {
                        asked.add(
                                values == null
                                        ? "savepoint"
                                        : values[0].toString().toLowerCase(java.util.Locale.ROOT));
                    }
                    try {
                        return made.of(method.getName(), method.invoke(real, values));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void manyStreams_areReadOnceAndWrittenOnce() throws SQLException {
        EventSourcing doors = doors();
        List<Open> commands =
                IntStream.range(0, 20).mapToObj(i -> new Open("door-" + i)).toList();
        doors.sendTogether(commands);
        asked.clear();

        List<CommandAnswer<Void>> answers = doors.sendTogether(commands);

        assertThat(answers).hasSize(20).allMatch(answer -> answer.refusal() == null);
        assertThat(store.ask("select count(*) || ' ' || max(stream_sequence) from stored_event"))
                .isEqualTo("40 1");
        assertThat(asked).satisfiesExactly(read -> assertThat(read).startsWith("select"), write -> assertThat(write)
                .startsWith("insert"));
    }

    @Test
    void aRefusedCommand_leavesTheOthers_andAnswersAreInOrder() throws SQLException {
        EventSourcing doors = doors();
        doors.send(new Open("z"), Map.of());

        List<CommandAnswer<Void>> answers =
                doors.sendTogether(List.of(new Open("z"), new Knock("z"), new Open("a"), new Knock("nowhere")));

        assertThat(answers.get(0).refusal()).isNull();
        assertThat(answers.get(1).refusal()).hasMessage("nobody at home after 2");
        assertThatThrownBy(answers.get(1)::get).hasMessage("nobody at home after 2");
        assertThat(answers.get(1).isRefusedBy(IllegalStateException.class)).isTrue();
        assertThat(answers.get(2).refusal()).isNull();
        assertThat(answers.get(3).refusal()).hasMessageContaining("not found");
        assertThat(store.ask(STORED)).isEqualTo("a0 z0 z1");
    }

    @Test
    void nothingIsStored_whenSomebodyElseTookAPlaceInOneOfTheStreams() throws SQLException {
        EventSourcing here = doors();

        assertThatThrownBy(() -> here.runInUnitOfWork(() -> {
                    here.sendTogether(List.of(new Open("one"), new Open("contested"), new Open("two")));
                    store.tell(
                            "insert into stored_event (event_id, stream_id, stream_sequence, stream_type, recorded_at,"
                                    + " event_name, revision, payload, metadata)"
                                    + " values ('faster', 'contested', 0, 'Door', now(), 'DoorOpened', '1', '{}', '{}')");
                    return true;
                }))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(store.ask(STORED)).isEqualTo("contested0");
    }

    @Test
    void aSingleOne_isHandledAfterWhoeverHoldsItsStream() throws Exception {
        EventSourcing doors = doors();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> doors.runInUnitOfWork(() -> {
            doors.send(new Open("front"), Map.of());
            held.countDown();
            Thread.sleep(500);
            return true;
        }));
        holder.start();
        held.await();

        List<CommandAnswer<Void>> answers = doors.sendTogether(List.of(new Open("front")));

        holder.join();
        assertThat(answers.get(0).refusal()).isNull();
        assertThat(store.ask(STORED)).isEqualTo("front0 front1");
    }

    @Test
    @Timeout(60)
    void oneOfTwo_countsAsSlower_whenTheyWaitForEachOther() throws Exception {
        EventSourcing doors = doors();
        CyclicBarrier both = new CyclicBarrier(2);
        List<String> slower = new CopyOnWriteArrayList<>();
        List<Thread> threads = Stream.of(List.of("one", "two"), List.of("two", "one"))
                .map(order -> new Thread(() -> {
                    try {
                        doors.runInUnitOfWork(() -> {
                            doors.sendTogether(List.of(new Open(order.get(0))));
                            both.await();
                            doors.sendTogether(List.of(new Open(order.get(1))));
                            return true;
                        });
                    } catch (ConcurrencyException e) {
                        slower.add(order.get(0));
                    }
                }))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(slower).hasSize(1);
        assertThat(store.ask(STORED)).isEqualTo("one0 two0");
    }

    @Test
    void none_asksNothing() {
        assertThat(doors().sendTogether(List.of())).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theyJoinTheTransactionAtHand() throws SQLException {
        EventSourcing doors = doors();

        assertThatThrownBy(() -> doors.runInUnitOfWork(() -> {
                    doors.sendTogether(List.of(new Open("one"), new Open("two")));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("0");
    }

    @Test
    void aCommandSentAfterwards_hasASavepointAgain_andKnowsWhatTheyDid() {
        EventSourcing doors = doors();

        doors.runInUnitOfWork(() -> {
            doors.sendTogether(List.of(new Open("one"), new Open("two")));
            asked.clear();
            assertThatThrownBy(() -> doors.send(new Knock("one"), Map.of())).hasMessage("nobody at home after 1");
            return true;
        });

        assertThat(asked).contains("savepoint");
    }

    @Test
    void whatAHandlerGathers_isWrittenOnceAtTheEnd_andInTheSameTransaction() throws SQLException {
        Writing writing = new Writing();
        EventSourcing doors = start(described().subscribing("writing", writing));

        doors.sendTogether(List.of(new Open("one"), new Open("two"), new Open("three")));

        assertThat(writing.written).containsExactly(3);
        assertThat(store.ask("select string_agg(door, ' ' order by door) from opened_door"))
                .isEqualTo("one three two");
        assertThatThrownBy(() -> doors.sendTogether(List.of(new Open("one"), new Open("four"))))
                .hasMessageContaining("cannot be written");
        assertThat(store.ask("select count(*) from stored_event")).isEqualTo("3");
        assertThat(store.ask("select count(*) from opened_door")).isEqualTo("3");
    }

    static final class Writing implements GathersWrites {

        private final Gathered<String> gathered = new Gathered<>();
        final List<Integer> written = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(DoorOpened event) {
            gathered.add(event.door());
        }

        @Override
        public void write(Connection transaction) throws SQLException {
            List<String> doors = gathered.take();
            written.add(doors.size());
            try (PreparedStatement insert =
                    transaction.prepareStatement("insert into opened_door select unnest(?::text[])")) {
                insert.setArray(1, transaction.createArrayOf("text", doors.toArray()));
                insert.executeUpdate();
            }
        }

        @Override
        public void forget() {
            gathered.take();
        }
    }
}
