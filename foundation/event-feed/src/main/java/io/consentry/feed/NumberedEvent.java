package io.consentry.feed;

import io.consentry.events.PublishedEvent;
import java.util.UUID;

/**
 * A published event at its place in a feed.
 *
 * @param position gapless, from 1
 * @param id of this event, the same at every delivery
 */
public record NumberedEvent(long position, UUID id, PublishedEvent event) {}
