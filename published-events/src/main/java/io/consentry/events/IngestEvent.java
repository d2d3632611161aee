package io.consentry.events;

/** What the ingest service announces. */
public sealed interface IngestEvent extends PublishedEvent permits MessageAccepted, MessageWithdrawn {}
