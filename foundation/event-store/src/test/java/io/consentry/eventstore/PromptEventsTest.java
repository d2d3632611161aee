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

    /** The framework's own stream takes a quarter of a second for each; without a pool here, connecting takes the most. */
    private static final Duration TWENTY_TOGETHER = Duration.ofSeconds(4);

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
        long begin = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            heard(doors, "door " + i);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TWENTY_TOGETHER);
    }

    @Test
    void streaming_hearsSoon_whenAnotherProcessStoresTheEvent() throws Exception {
        start(doors().streaming("hearing", List.of(first, second), 1, 10));
        EventSourcing elsewhere = start(doors());

        elsewhere.send(new Open("far away"), Map.of());

        assertThat(first.doors.poll(5, TimeUnit.SECONDS)).isEqualTo("far away");
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

    static final class Hearing {
        final BlockingQueue<String> doors = new ArrayBlockingQueue<>(100);

        @EventHandler
        void on(DoorOpened event) {
            doors.add(event.door());
        }
    }
}
