package io.consentry.feed;

import java.util.UUID;

/**
 * An event as another service delivered it, not yet understood: a newer publisher may tell of things this service does
 * not know.
 *
 * @param position gapless, from 1
 * @param id of the event, the same at every delivery
 * @param type name of its contract, with the revision
 * @param subject what it is about
 * @param data the event as JSON
 */
public record DeliveredEvent(long position, UUID id, String type, String subject, String data) {

    /** The event as it is delivered. */
    public static DeliveredEvent of(NumberedEvent event) {
        return new DeliveredEvent(
                event.position(),
                event.id(),
                PublishedEventJson.typeOf(event.event()),
                event.event().subject(),
                PublishedEventJson.write(event.event()));
    }

    /**
     * Understands it.
     *
     * @throws IllegalArgumentException when the type is unknown here, or the data is not of that type
     */
    public NumberedEvent read() {
        return new NumberedEvent(position, id, PublishedEventJson.read(type, data));
    }
}
