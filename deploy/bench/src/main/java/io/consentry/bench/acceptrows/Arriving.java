package io.consentry.bench.acceptrows;

import io.consentry.bench.callservice.OpenModel;
import io.consentry.bench.measure.Found;
import io.consentry.bench.startsuite.BenchSuite;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Messages that arrive at a rate: how long each takes to be accepted, and from there into the worklist. */
final class Arriving {

    private static final int CONNECTIONS = 32;
    private static final double PERCENTILE = 0.99;

    private final BenchSuite suite;
    private final Pharmacies pharmacies;
    private final Duration time;
    private final Found visible = new Found();

    Arriving(BenchSuite suite, Pharmacies pharmacies, Duration time) {
        this.suite = suite;
        this.pharmacies = pharmacies;
        this.time = time;
    }

    /** The 99th percentile of the time to the answer, in milliseconds. */
    double p99(int perSecond) throws Exception {
        Map<String, Long> waiting = new ConcurrentHashMap<>();
        Queue<Long> seen = new ConcurrentLinkedQueue<>();
        ExecutorService looking = Executors.newSingleThreadExecutor();
        try (Worklists worklists = new Worklists(suite)) {
            Future<?> looks = looking.submit(() -> {
                while (!Thread.interrupted()) {
                    look(worklists, waiting, seen);
                    Worklists.pause();
                }
                return null;
            });
            double p99 = OpenModel.p99Millis(perSecond, time, CONNECTIONS, number -> pharmacies.open(waiting::put));
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!waiting.isEmpty() && !looks.isDone() && System.nanoTime() < deadline) {
                Worklists.pause();
            }
            if (!waiting.isEmpty()) {
                throw new IllegalStateException(waiting.size() + " accepted messages never came into a worklist");
            }
            visible.add(percentile(seen) / 1e6);
            return p99;
        } finally {
            looking.shutdownNow();
        }
    }

    private static void look(Worklists worklists, Map<String, Long> waiting, Queue<Long> seen) throws Exception {
        if (waiting.isEmpty()) {
            return;
        }
        for (String id : worklists.among(waiting.keySet())) {
            Long answered = waiting.remove(id);
            if (answered != null) {
                seen.add(System.nanoTime() - answered);
            }
        }
    }

    private static double percentile(Queue<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * PERCENTILE) - 1];
    }

    /** Of the last run: the 99th percentile of the time from the answer to the worklist, in milliseconds. */
    Found visible() {
        return visible;
    }
}
