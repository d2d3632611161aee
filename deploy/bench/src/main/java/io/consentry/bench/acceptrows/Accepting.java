package io.consentry.bench.acceptrows;

import io.consentry.bench.callservice.ClosedLoop;
import io.consentry.bench.measure.Found;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.bench.watchuse.CpuTimes;
import io.consentry.bench.watchuse.Memory;
import io.consentry.bench.watchuse.Part;
import io.consentry.bench.watchuse.WriteAheadLog;
import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** As many messages as so many clients can have accepted, and what the suite uses for them. */
final class Accepting {

    private static final Set<Part> ACCEPT = EnumSet.complementOf(EnumSet.of(Part.FILING, Part.POSTGRES_FILING));

    private final BenchSuite suite;
    private final Pharmacies pharmacies;
    private final Duration time;
    private final Found cpuToAccept = new Found();
    private final Found cpuToWorklist = new Found();
    private final Found logBytes = new Found();
    private final Found memory = new Found();
    private final Map<Part, Found> cpuOfPart = new EnumMap<>(Part.class);

    Accepting(BenchSuite suite, Pharmacies pharmacies, Duration time) {
        this.suite = suite;
        this.pharmacies = pharmacies;
        this.time = time;
        for (Part part : Part.values()) {
            cpuOfPart.put(part, new Found());
        }
    }

    /** Accepted messages a second. Returns when all of them stand in a worklist. */
    double perSecond(int clients) throws Exception {
        Queue<String> accepted = new ConcurrentLinkedQueue<>();
        try (Worklists worklists = new Worklists(suite);
                Connection admin = suite.connectAsAdmin(SuiteDatabase.INGEST)) {
            long logBefore = WriteAheadLog.bytes(admin);
            CpuTimes before = CpuTimes.of(suite);
            double perSecond =
                    ClosedLoop.perSecond(clients, time, number -> pharmacies.open((id, answered) -> accepted.add(id)));
            CpuTimes answered = CpuTimes.of(suite);
            memory.add(Memory.gigabytes(suite));
            worklists.awaitAll(accepted);
            CpuTimes seen = CpuTimes.of(suite);
            cpuToAccept.add(sum(answered.millisSince(before), ACCEPT) / accepted.size());
            Map<Part, Double> all = seen.millisSince(before);
            cpuToWorklist.add(sum(all, EnumSet.allOf(Part.class)) / accepted.size());
            all.forEach((part, millis) -> found(part).add(millis / accepted.size()));
            logBytes.add((WriteAheadLog.bytes(admin) - logBefore) / 1024.0 / accepted.size());
            return perSecond;
        }
    }

    private static double sum(Map<Part, Double> millis, Collection<Part> parts) {
        return parts.stream().mapToDouble(millis::get).sum();
    }

    Found cpuToAccept() {
        return cpuToAccept;
    }

    Found cpuToWorklist() {
        return cpuToWorklist;
    }

    Found logBytes() {
        return logBytes;
    }

    Found memory() {
        return memory;
    }

    Found found(Part part) {
        return java.util.Objects.requireNonNull(cpuOfPart.get(part));
    }
}
