package io.consentry.bench.watchuse;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the services' Java has spent on compiling them: while it goes on, nothing that they do is as fast as it will be. */
public final class Compiling {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int MILLIS_A_TICK = 10;
    /** Of what stands behind the name of the thread, which ends with a parenthesis. */
    private static final int USER_TICKS = 11;

    private Compiling() {}

    /** Processor time up to now; zero where the system does not tell it of single threads. */
    public static Duration upToNow(BenchSuite suite) {
        long ticks = 0;
        for (ServiceName service : ServiceName.values()) {
            ticks += ticks(PROCESSES
                    .resolve(Long.toString(suite.process(service).pid()))
                    .resolve("task"));
        }
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    private static long ticks(Path threads) {
        if (!Files.isDirectory(threads)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(threads)) {
            return all.mapToLong(Compiling::ticksOfCompiler).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static long ticksOfCompiler(Path thread) {
        try {
            String told = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
            if (!told.contains("(C1 Comp") && !told.contains("(C2 Comp")) {
                return 0;
            }
            List<String> numbers =
                    List.of(told.substring(told.lastIndexOf(')') + 2).split(" "));
            return Long.parseLong(numbers.get(USER_TICKS)) + Long.parseLong(numbers.get(USER_TICKS + 1));
        } catch (IOException e) {
            // A compiler that has nothing to do is ended.
            return 0;
        }
    }
}
