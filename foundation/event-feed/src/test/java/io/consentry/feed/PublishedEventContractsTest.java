package io.consentry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.events.FallbackAddressSet;
import io.consentry.events.FilingRetracted;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemReplaced;
import io.consentry.events.ItemUnread;
import io.consentry.events.ItemWithdrawn;
import io.consentry.events.MessageAccepted;
import io.consentry.events.MessageWithdrawn;
import io.consentry.events.PublishedEvent;
import io.consentry.testing.ApprovedFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other services read is a promise: each event's JSON stands as an approved file. */
class PublishedEventContractsTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");
    private static final String MESSAGE = "0195e2a4-0000-7000-8000-000000000001";

    static List<PublishedEvent> events() {
        return List.of(
                new MessageAccepted(MESSAGE, "Z00001", "FQW30", "pharmacy-first", AT, 12, true, 3, "ab12", null),
                new ItemFiled(MESSAGE, "Z00001", AT, true),
                new ItemRejected(MESSAGE, "Z00001", AT, "wrong-patient", true, "c6c4a0e2-0000-4000-8000-000000000001"),
                new ItemReplaced(MESSAGE, "Z00001", AT),
                new ItemWithdrawn(MESSAGE, "Z00001", AT),
                new ItemUnread(MESSAGE, "Z00001", AT),
                new FallbackAddressSet("Z00001", AT, "records@practice.example"),
                new MessageWithdrawn(MESSAGE, "Z00001", AT, "wrong-patient"),
                new FilingRetracted(MESSAGE, "Z00001", AT, "clinically-wrong"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsItsContract_onTheWire(PublishedEvent event) {
        String type = PublishedEventJson.typeOf(event);
        ApprovedFile.matches(
                Path.of("../../published-events/contracts", type + ".json"), PublishedEventJson.write(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTheSame_afterTheJourney(PublishedEvent event) {
        NumberedEvent sent = new NumberedEvent(7, UUID.randomUUID(), event);
        byte[] batch = CloudEventBatch.write(URI.create("/ingest-service"), List.of(sent));
        assertThat(CloudEventBatch.read(batch)).extracting(DeliveredEvent::read).containsExactly(sent);
        assertThat(new String(batch, StandardCharsets.UTF_8)).contains("\"specversion\":\"1.0\"");
    }

    @ParameterizedTest
    @MethodSource("events")
    void aMemberThatTheReaderDoesNotKnow_isLeftAside(PublishedEvent event) {
        String newer = PublishedEventJson.write(event).replaceFirst("\\{", "{\"later\":1,");
        assertThat(PublishedEventJson.read(PublishedEventJson.typeOf(event), newer))
                .isEqualTo(event);
    }

    @Test
    void whatIsNoBatch_isRefused() {
        assertThatThrownBy(() -> CloudEventBatch.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
