package io.consentry.bench.watchuse;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory of the four services, each page that several share counted in parts (PSS). */
public final class Memory {

    private static final double KILOBYTES_IN_A_GIGABYTE = 1024.0 * 1024.0;

    private Memory() {}

    /** Gigabytes now. Only Linux tells. */
    public static double gigabytes(BenchSuite suite) throws IOException {
        long kilobytes = 0;
        for (ServiceName service : ServiceName.values()) {
            kilobytes += kilobytes(suite.process(service).pid());
        }
        return kilobytes / KILOBYTES_IN_A_GIGABYTE;
    }

    private static long kilobytes(long pid) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup"));
        return lines.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
