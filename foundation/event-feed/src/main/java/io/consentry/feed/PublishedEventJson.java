package io.consentry.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * Published events as JSON, under names that outlive the classes.
 *
 * <p>A reader ignores members it does not know, so that a publisher may add one without asking.
 */
@RegisterForReflection(
        targets = {
            FallbackAddressSet.class,
            MessageAccepted.class,
            MessageWithdrawn.class,
            ItemFiled.class,
            ItemRejected.class,
            FilingRetracted.class,
            ItemReplaced.class,
            ItemWithdrawn.class,
            ItemUnread.class
        })
public final class PublishedEventJson {

    private static final Map<Class<? extends PublishedEvent>, String> TYPES = Map.of(
            MessageAccepted.class, "io.consentry.MessageAccepted.v1",
            MessageWithdrawn.class, "io.consentry.MessageWithdrawn.v1",
            ItemFiled.class, "io.consentry.ItemFiled.v1",
            ItemRejected.class, "io.consentry.ItemRejected.v1",
            FilingRetracted.class, "io.consentry.FilingRetracted.v1",
            ItemReplaced.class, "io.consentry.ItemReplaced.v1",
            ItemWithdrawn.class, "io.consentry.ItemWithdrawn.v1",
            ItemUnread.class, "io.consentry.ItemUnread.v1",
            FallbackAddressSet.class, "io.consentry.FallbackAddressSet.v1");

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private PublishedEventJson() {}

    /** The name of the event's contract, with its revision. */
    public static String typeOf(PublishedEvent event) {
        String type = TYPES.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No contract for " + event.getClass());
        }
        return type;
    }

    public static String write(PublishedEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads an event back.
     *
     * @throws IllegalArgumentException when the type is unknown or the data is not of that type
     */
    public static PublishedEvent read(String type, String data) {
        Class<? extends PublishedEvent> contract = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown event type " + type))
                .getKey();
        try {
            return MAPPER.readValue(data, contract);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a " + type, e);
        }
    }
}
