package io.consentry.eventstore;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;

/** Names of the table and columns in which events wait that could not be applied: see {@code db/deadletters}. */
final class DeadLetterTable {

    private DeadLetterTable() {}

    static DeadLetterSchema schema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("dead_letter")
                .deadLetterIdentifierColumn("letter_id")
                .processingGroupColumn("processor")
                .sequenceIdentifierColumn("stream_id")
                .sequenceIndexColumn("place")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("event_name")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("stream_type")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("stream_sequence")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("touched_at")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause")
                .causeMessageColumn("cause_detail")
                .diagnosticsColumn("diagnostics")
                .build();
    }
}
