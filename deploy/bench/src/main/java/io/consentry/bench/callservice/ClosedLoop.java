package io.consentry.bench.callservice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Throughput: so many clients, each asking again as soon as it is answered. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** A client with a connection of its own. */
    public interface Client extends AutoCloseable {

        /** Asks once and reads the answer. */
        void ask() throws Exception;
    }

    /** Makes a client. */
    @FunctionalInterface
    public interface Clients {
        Client open(int number) throws Exception;
    }

    /** Answers a second of so many clients together. */
    public static double perSecond(int clients, Duration time, Clients opening) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long until = System.nanoTime() + time.toNanos();
            List<Future<Long>> counts = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int mine = number;
                counts.add(threads.submit(() -> askUntil(until, opening, mine)));
            }
            long answers = 0;
            for (Future<Long> count : counts) {
                answers += count.get();
            }
            return answers / (time.toNanos() / 1e9);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long askUntil(long until, Clients opening, int number) throws Exception {
        try (Client client = opening.open(number)) {
            long answers = 0;
            while (System.nanoTime() < until) {
                client.ask();
                answers++;
            }
            return answers;
        }
    }
}
