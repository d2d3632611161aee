package io.consentry.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a feed as it goes over the wire: CloudEvents 1.0 in the JSON batch format.
 *
 * <p>The position travels as the {@code sequence} extension.
 */
public final class CloudEventBatch {

    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    private static final String SEQUENCE = "sequence";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(JsonFormat.getCloudEventJacksonModule());

    private CloudEventBatch() {}

    /**
     * Writes a batch.
     *
     * @param source names the publishing service
     */
    public static byte[] write(URI source, List<NumberedEvent> events) {
        try {
            return MAPPER.writerFor(new TypeReference<List<CloudEvent>>() {})
                    .writeValueAsBytes(
                            events.stream().map(event -> wrap(source, event)).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a batch.
     *
     * @throws IllegalArgumentException when it is no batch of events with positions
     */
    public static List<DeliveredEvent> read(byte[] batch) {
        try {
            return MAPPER.readValue(batch, new TypeReference<List<CloudEvent>>() {}).stream()
                    .map(CloudEventBatch::unwrap)
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a batch of CloudEvents", e);
        }
    }

    private static CloudEvent wrap(URI source, NumberedEvent numbered) {
        return CloudEventBuilder.v1()
                .withId(numbered.id().toString())
                .withSource(source)
                .withType(PublishedEventJson.typeOf(numbered.event()))
                .withSubject(numbered.event().subject())
                .withTime(numbered.event().at().atOffset(ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(numbered.position()))
                .withData(
                        "application/json",
                        PublishedEventJson.write(numbered.event()).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static DeliveredEvent unwrap(CloudEvent event) {
        CloudEventData data = present(event.getData(), "data");
        return new DeliveredEvent(
                Long.parseLong(present(event.getExtension(SEQUENCE), SEQUENCE).toString()),
                UUID.fromString(event.getId()),
                event.getType(),
                present(event.getSubject(), "subject"),
                new String(data.toBytes(), StandardCharsets.UTF_8));
    }

    private static <T> T present(@Nullable T member, String name) {
        if (member == null) {
            throw new IllegalArgumentException("An event of the batch has no " + name);
        }
        return member;
    }
}
