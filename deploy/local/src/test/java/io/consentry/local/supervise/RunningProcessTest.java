package io.consentry.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningProcessTest {

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "61").start();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void find_findsTheProcess_whileItRuns() {
        assertThat(written(Instant.MIN, "61").find()).isEmpty();
        assertThat(RunningProcess.of("sleep", process.toHandle(), List.of("sleep", "61"))
                        .find())
                .contains(process.toHandle());
    }

    @Test
    void find_findsNothing_whenTheNumberNowBelongsToAProcessOfAnotherTime() {
        Instant before = process.toHandle().info().startInstant().orElseThrow().minusSeconds(10);
        assertThat(written(before, "61").find()).isEmpty();
    }

    @Test
    void find_findsTheProcess_whenTheClockWasSet() {
        RunningProcess now = RunningProcess.of("sleep", process.toHandle(), List.of("61"));
        Instant before = now.startedAt().minusSeconds(10);

        assertThat(new RunningProcess("sleep", now.pid(), before, now.kernelStart(), now.marks()).find())
                .isPresent();
        assertThat(new RunningProcess("sleep", now.pid(), now.startedAt(), "another boot 1", now.marks()).find())
                .isEmpty();
    }

    @Test
    void find_findsNothing_whenTheCommandIsAnother() {
        Instant start = process.toHandle().info().startInstant().orElseThrow();
        assertThat(written(start, "61").find()).isPresent();
        assertThat(written(start, "62").find()).isEmpty();
    }

    @Test
    void find_findsNothing_whenTheProcessHasEnded() throws Exception {
        RunningProcess written = RunningProcess.of("sleep", process.toHandle(), List.of());
        process.destroyForcibly().waitFor();
        assertThat(written.find()).isEmpty();
    }

    /** As an older version wrote it down. */
    private RunningProcess written(Instant start, String mark) {
        return new RunningProcess("sleep", process.pid(), start, null, List.of(mark));
    }
}
