package io.consentry.events;

import java.time.Instant;

/**
 * Something that happened in one service and that another service may act on.
 *
 * <p>A published event carries no patient data: what a person may read lies encrypted in the service that owns it.
 */
public sealed interface PublishedEvent permits IngestEvent, FilingEvent, PracticeEvent {

    /** What it is about: events of one subject are acted on in order, and wait for each other. */
    String subject();

    /** The ODS code of the practice it concerns. */
    String practice();

    /** When it happened, by the clock of the database that keeps it. */
    Instant at();
}
