package io.consentry.events;

/** What the ingest service announces. */
public sealed interface IngestEvent extends PublishedEvent permits MessageAccepted, MessageWithdrawn {

    /** The message it is about: the id that the pharmacy was given. */
    String messageId();

    @Override
    default String subject() {
        return messageId();
    }
}
