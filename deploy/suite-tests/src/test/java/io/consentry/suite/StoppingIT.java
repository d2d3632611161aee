package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.place.ServiceName;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that is asked to stop finishes what it began, and waits for nothing that has no end. */
@ExtendWith(SharedSuite.class)
class StoppingIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    @Test
    void everyService_stopsAtOnce_andWithoutAnError_whileOthersWaitForItsNews(SharedSuite.Running suite)
            throws Exception {
        for (ServiceName service : List.of(ServiceName.INGEST, ServiceName.FILING)) {
            int before = Files.readAllLines(suite.home().log(service.module())).size();
            long asked = System.nanoTime();
            suite.suite().stopService(service);
            Duration took = Duration.ofNanos(System.nanoTime() - asked);

            List<String> last = Files.readAllLines(suite.home().log(service.module()));
            suite.restart(service);
            System.out.println(service.module() + " stopped after " + took.toMillis() + " ms");
            assertThat(took).isLessThan(AT_ONCE);
            assertThat(last.subList(before, last.size())).noneMatch(line -> line.contains("\"level\":\"ERROR\""));
        }
    }
}
