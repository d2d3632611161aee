package io.consentry.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * When a process started, as Linux counts it: in ticks since boot, and which boot that was. Unlike a time of day this does
 * not change when the clock is set.
 */
final class KernelStart {

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Field 22 of proc_pid_stat(5), the first after the name being 3. */
    private static final int TICKS = 22 - 3;

    private KernelStart() {}

    /** Nothing where the process is gone, or the system tells no such thing. */
    static Optional<String> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name stands in parentheses, and may hold spaces and parentheses itself.
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(Files.readString(BOOT).strip() + " " + afterName[TICKS]);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
