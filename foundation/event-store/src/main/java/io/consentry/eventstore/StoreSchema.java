package io.consentry.eventstore;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * Names of tables and columns. The standard ones are created by the migration at {@code db/eventstore}; a service whose
 * events live elsewhere starts from {@link #namedAs} and changes the event table.
 */
public final class StoreSchema {

    private StoreSchema() {}

    /** The standard tables. */
    public static EventSchema standard() {
        return namedAs("stored_event", "position");
    }

    /**
     * The standard column names in another event table.
     *
     * @param eventTable where events are inserted and read
     * @param positionColumn the column that orders all events of the service
     */
    public static EventSchema namedAs(String eventTable, String positionColumn) {
        return EventSchema.builder()
                .eventTable(eventTable)
                .snapshotTable("stream_snapshot")
                .globalIndexColumn(positionColumn)
                .timestampColumn("recorded_at")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream_id")
                .sequenceNumberColumn("stream_sequence")
                .typeColumn("stream_type")
                .payloadTypeColumn("event_name")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build();
    }

    static TokenSchema tokens() {
        return TokenSchema.builder()
                .setTokenTable("processor_token")
                .setProcessorNameColumn("processor")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("touched_at")
                .setOwnerColumn("owner")
                .build();
    }
}
