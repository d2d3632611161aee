package io.consentry.bench.callservice;

import io.consentry.bench.callservice.ClosedLoop.Client;
import io.consentry.bench.callservice.ClosedLoop.Clients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Latency: requests arrive at a rate, whether or not earlier ones are answered. Each is timed from the moment at which it
 * was due, so that one that had to wait its turn is not taken for a fast one.
 */
public final class OpenModel {

    private OpenModel() {}

    /** The 99th percentile in milliseconds, of requests at this rate for so long. */
    public static double p99Millis(int perSecond, Duration time, int connections, Clients opening) throws Exception {
        int requests = (int) (perSecond * time.toSeconds());
        long[] nanos = new long[requests];
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Client> clients = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                clients.add(opening.open(number));
            }
            long begin = System.nanoTime() + Duration.ofMillis(100).toNanos();
            long gap = Duration.ofSeconds(1).toNanos() / perSecond;
            List<Future<?>> running = new ArrayList<>();
            for (Client client : clients) {
                running.add(threads.submit(() -> {
                    try (client) {
                        for (int mine = next.getAndIncrement(); mine < requests; mine = next.getAndIncrement()) {
                            long due = begin + mine * gap;
                            LockSupport.parkNanos(due - System.nanoTime());
                            client.ask();
                            nanos[mine] = System.nanoTime() - due;
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(requests * 0.99) - 1] / 1e6;
    }
}
