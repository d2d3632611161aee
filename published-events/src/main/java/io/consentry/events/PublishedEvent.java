package io.consentry.events;

import java.time.Instant;

/**
 * Something that happened in one service and that another service may act on.
 *
 * <p>Every published event is about one message and carries no patient data: what a person may read lies encrypted in
 * the service that owns it.
 */
public sealed interface PublishedEvent permits IngestEvent, FilingEvent {

    /** The message it is about: the id that the pharmacy was given. */
    String messageId();

    /** The ODS code of the practice the message was sent to. */
    String practice();

    /** When it happened, by the clock of the database that keeps it. */
    Instant at();
}
