package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.filing.showworklist.ShownVersions;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The signal of a row stays within a process: who waits for one that another process writes must find it by looking. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class ShownElsewhereTest {

    private final String practice = SentMessage.anyPractice();

    @Inject
    ShownVersions shown;

    @Test
    void aRowThatNobodyHereSignals_isFoundByLooking() {
        assertThat(isShown(0)).isTrue();
    }

    @Test
    void aVersionThatNeverComes_endsTheWait() {
        assertThat(isShown(1)).isFalse();
    }

    /** The watch begins after the row was written, so that no signal of it can come. */
    private boolean isShown(long version) {
        String item = SentMessage.to(practice).send();
        Reviewer.at(practice).awaitItem(item);
        try (ShownVersions.Watch watch = shown.watch(item)) {
            return watch.shows(version, Duration.ofSeconds(1)).await().atMost(Duration.ofSeconds(10));
        }
    }
}
