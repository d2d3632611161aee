package io.consentry.local.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process as written down when it was started.
 *
 * <p>A number alone says nothing later: the system gives it to others. A process is taken for the one written down only
 * if it has the number, started at the same moment, and carries the marks of its home and part on its command line.
 *
 * @param name what it is, for example {@code ingest-service}
 * @param pid its number
 * @param startedAt by the system's account of the process
 * @param kernelStart see {@link KernelStart}; nothing where the system does not tell, or an older version wrote it down
 * @param marks arguments that its command line must hold
 */
record RunningProcess(
        String name, long pid, Instant startedAt, @Nullable String kernelStart, List<String> marks) {

    /** Start times are computed from the time of boot, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunningProcess of(String name, ProcessHandle process, List<String> marks) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new RunningProcess(
                name, process.pid(), started, KernelStart.of(process.pid()).orElse(null), marks);
    }

    /** The process, if it still runs. */
    @JsonIgnore
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        return hasSameStart(process) && marks.stream().allMatch(line::contains);
    }

    private boolean hasSameStart(ProcessHandle process) {
        if (kernelStart != null) {
            return KernelStart.of(process.pid()).filter(kernelStart::equals).isPresent();
        }
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
