package io.consentry.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Proportional set size: what processes take of the machine's memory, with shared pages counted once. Linux only. */
final class MemoryUse {

    private MemoryUse() {}

    static boolean canBeMeasured() {
        return Files.isReadable(Path.of("/proc/self/smaps_rollup"));
    }

    /** Of a process and its children, in megabytes. */
    static long megabytes(ProcessHandle process) throws IOException {
        long kilobytes = 0;
        for (ProcessHandle one :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            kilobytes += kilobytes(one);
        }
        return kilobytes / 1024;
    }

    private static long kilobytes(ProcessHandle process) throws IOException {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
