package io.consentry.local.supervise;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process as written down when it was started.
 *
 * <p>A number alone says nothing later: the system gives it to others. A process is taken for the one written down only
 * if it has the number, started at the same moment, and carries the marks of its home and part on its command line.
 *
 * @param name what it is, for example {@code ingest-service}
 * @param pid its number
 * @param startedAt by the system's account of the process
 * @param marks arguments that its command line must hold
 */
record RunningProcess(String name, long pid, Instant startedAt, List<String> marks) {

    /** Start times are computed from the time of boot, which moves when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunningProcess of(String name, ProcessHandle process, List<String> marks) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new RunningProcess(name, process.pid(), started, marks);
    }

    /** The process, if it still runs. */
    @JsonIgnore
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean sameStart = info.startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
        String line = info.commandLine().orElse("");
        return sameStart && marks.stream().allMatch(line::contains);
    }
}
