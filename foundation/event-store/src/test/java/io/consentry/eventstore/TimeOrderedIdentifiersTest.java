package io.consentry.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    private static final int TIME_ORDERED = 7;

    @Test
    void idsOfEvents_areInTheOrderOfTime() throws InterruptedException {
        UUID earlier =
                UUID.fromString(GenericEventMessage.asEventMessage("this").getIdentifier());
        Thread.sleep(2);
        UUID later = UUID.fromString(GenericEventMessage.asEventMessage("that").getIdentifier());

        assertThat(earlier.version()).isEqualTo(TIME_ORDERED);
        assertThat(later).isGreaterThan(earlier);
    }
}
