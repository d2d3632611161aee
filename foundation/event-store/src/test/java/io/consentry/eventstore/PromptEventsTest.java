package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.eventstore.Door.DoorOpened;
import io.consentry.eventstore.Door.Open;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptEventsTest {

    private static final EventNames NAMES = EventNames.none().with("DoorOpened", "1", DoorOpened.class);

    private static final int DOORS = 20;
    /** Half of what the framework's own stream waits before it looks again. */
    private static final Duration BEFORE_THE_FRAMEWORK_LOOKS = Duration.ofMillis(125);
    /** More than an event needs. There is no pool here, so that connecting is most of what hearing takes. */
    private static final int CONNECTIONS = 4;

    private TestStore store;
    private final List<EventSourcing> started = new ArrayList<>();
    private final Hearing first = new Hearing();
    private final Hearing second = new Hearing();

    @BeforeEach
    void startServer(@TempDir Path directory) throws IOException {
        store = new TestStore(directory);
    }

    @AfterEach
    void stop() throws IOException {
        started.forEach(EventSourcing::close);
        store.close();
    }

    @Test
    void streaming_hearsEachEventAtOnce_forAllHandlersOfAProcessor() throws Exception {
        EventSourcing doors = start(doors().streaming("hearing", List.of(first, second), 2, 10));
        heard(doors, "warm up");
        Duration hearing = Duration.ZERO;
        Duration connecting = Duration.ZERO;

        // In turn, since some machines change their speed from one second to the next.
        for (int i = 0; i < DOORS; i++) {
            long begin = System.nanoTime();
            heard(doors, "door " + i);
            long heard = System.nanoTime();
            for (int k = 0; k < CONNECTIONS; k++) {
                store.ask("select 1");
            }
            hearing = hearing.plusNanos(heard - begin);
            connecting = connecting.plusNanos(System.nanoTime() - heard);
        }

        assertThat(hearing)
                .as("hearing beside %s for connecting", connecting)
                .isLessThan(connecting.plus(BEFORE_THE_FRAMEWORK_LOOKS.multipliedBy(DOORS)));
    }

    @Test
    void streaming_hearsSoon_whenAnotherProcessStoresTheEvent() throws Exception {
        start(doors().streaming("hearing", List.of(first, second), 1, 10));
        EventSourcing elsewhere = start(doors());

        elsewhere.send(new Open("far away"), Map.of());

        assertThat(first.doors.poll(5, TimeUnit.SECONDS)).isEqualTo("far away");
    }

    /** A process whose clock is behind, or that was paused meanwhile, must not make an older place look empty for good. */
    @Test
    void streaming_hearsWhatWasCommittedLast_whenALaterPlaceSeemsToBeOld() throws Exception {
        heard(start(doors().streaming("hearing", List.of(first, second), 1, 10)), "warm up");
        CountDownLatch placeIsTaken = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        EventSourcing slow = start(doors().subscribing("holding", new Holding(placeIsTaken, commit)));
        Thread writer = new Thread(() -> slow.send(new Open("slow"), Map.of()));
        writer.start();
        assertThat(placeIsTaken.await(20, TimeUnit.SECONDS)).isTrue();
        store.tell("""
                insert into stored_event (event_id, stream_id, stream_sequence, stream_type, recorded_at, event_name,
                    revision, payload, metadata)
                values ('old', 'old', 0, 'Door', now() - interval '10 minutes', 'DoorOpened', '1', '{"door":"old"}', '{}')
                """);
        assertThat(first.doors.poll(20, TimeUnit.SECONDS)).isEqualTo("old");

        commit.countDown();
        writer.join();

        assertThat(first.doors.poll(20, TimeUnit.SECONDS)).isEqualTo("slow");
    }

    @Test
    void listeners_areWoken_whereAnotherCannotBe() throws Exception {
        EventSourcing doors = start(doors());
        PromptEvents events = new PromptEvents(
                doors.eventStore(),
                doors.configuration().getComponent(PostgresEventStorage.class),
                unitOfWork -> false);
        CountDownLatch woken = new CountDownLatch(10);
        Runnable stopped = () -> {
            throw new RejectedExecutionException("it stops");
        };
        Runnable counting = woken::countDown;
        events.add(stopped);
        events.add(counting);
        try {
            assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            events.remove(stopped);
            events.remove(counting);
        }
    }

    /** Processors ask their stream again and again; only what was heard of is looked for. */
    @Test
    void streaming_goesToTheDatabase_onceForEachEvent() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        EventSourcing doors = start(EventSourcing.on(counting(connections))
                .aggregate(Door.class)
                .streaming("hearing", List.of(first, second), 1, 10));
        heard(doors, "warm up");
        connections.set(0);
        long begin = System.nanoTime();

        for (int i = 0; i < 50; i++) {
            heard(doors, "door " + i);
        }

        long looksForOthers = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 100 + 1;
        // The command, the look for its event, and the transaction of the handlers. A look in vain asks twice.
        assertThat(connections.get()).isBetween(150, 170 + 2 * (int) looksForOthers);
    }

    private DataSource counting(AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    return method.invoke(store.runtime, arguments);
                });
    }

    private void heard(EventSourcing doors, String door) throws InterruptedException {
        doors.send(new Open(door), Map.of());
        assertThat(first.doors.poll(20, TimeUnit.SECONDS)).isEqualTo(door);
        assertThat(second.doors.poll(20, TimeUnit.SECONDS)).isEqualTo(door);
    }

    private EventSourcingBuilder doors() {
        return EventSourcing.on(store.runtime).aggregate(Door.class);
    }

    private EventSourcing start(EventSourcingBuilder described) {
        EventSourcing eventSourcing = described.events(NAMES).build();
        eventSourcing.start();
        started.add(eventSourcing);
        return eventSourcing;
    }

    /** Its events have their places, and are not committed until it is let. */
    record Holding(CountDownLatch placeIsTaken, CountDownLatch commit) {

        @EventHandler
        void on(DoorOpened event) throws InterruptedException {
            placeIsTaken.countDown();
            assertThat(commit.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    static final class Hearing {
        final BlockingQueue<String> doors = new ArrayBlockingQueue<>(100);

        @EventHandler
        void on(DoorOpened event) {
            doors.add(event.door());
        }
    }
}
