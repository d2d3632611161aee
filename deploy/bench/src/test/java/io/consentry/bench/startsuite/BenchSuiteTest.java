package io.consentry.bench.startsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.bench.BenchCommand;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import io.consentry.local.place.ServiceName;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.supervise.HomeLock;
import io.consentry.local.supervise.Leftovers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchSuiteTest {

    @Test
    void start_refusesAHome_whereASuiteRuns(@TempDir Path directory) throws Exception {
        Home home = new Home(directory);
        HomeLock held = HomeLock.take(home).orElseThrow();
        try (held) {
            assertThatThrownBy(() -> BenchSuite.start(home, new PrintWriter(new StringWriter())))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("A suite runs from " + directory);
        }
    }

    @Test
    void killedBenchmark_leavesWhatNamesItsProcesses_soThatTheyAreEnded(@TempDir Path directory) throws Exception {
        Home home = new Home(directory.resolve("home"));
        Project project = IdleService.packageAll(directory.resolve("project"));
        Process benchmark = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + Project.PROPERTY + "=" + project.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchCommand.class.getName(),
                        "--home",
                        home.directory().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        while (services(home).size() < ServiceName.values().length) {
            assertThat(benchmark.isAlive()).isTrue();
            Thread.sleep(100);
        }
        // What was started is written down in the moment after.
        Thread.sleep(1000);
        List<ProcessHandle> left = services(home);
        benchmark.destroyForcibly().waitFor();
        try {
            assertThat(Leftovers.endUnlessOwned(home, line -> {})).isTrue();

            assertThat(left).noneMatch(ProcessHandle::isAlive);
        } finally {
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<ProcessHandle> services(Home home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.marker()))
                .toList();
    }
}
