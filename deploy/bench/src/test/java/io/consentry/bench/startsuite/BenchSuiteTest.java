package io.consentry.bench.startsuite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.local.place.Home;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.local.supervise.HomeLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
}
