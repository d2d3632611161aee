package io.consentry.consent.keepevents;

import io.consentry.consent.events.ConsentEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.AppendEventsStatementBuilder;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.TimestampWriter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Inserts an event with its leaf, and apart from it what may be erased; place, time and hash are the database's. */
final class AppendConsentEvents implements AppendEventsStatementBuilder {

    private static final String INSERT = "with event as (insert into consent_event (event_id, stream_id,"
            + " stream_sequence, stream_type, event_name, revision, payload, metadata, practice, commitment, leaf)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning position)"
            + " insert into disclosure (position, name, note, salt)"
            + " select position, ?::text, ?::text, ?::text from event";

    @Override
    public PreparedStatement build(
            Connection connection,
            EventSchema schema,
            Class<?> dataType,
            List<? extends EventMessage<?>> events,
            Serializer serializer,
            TimestampWriter timestamps)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> message
                    && message.getPayload() instanceof ConsentEvent payload) {
                bind(insert, message, payload, serializer);
                insert.addBatch();
            } else {
                throw new IllegalStateException(event.getPayloadType() + " is no consent event");
            }
        }
        return insert;
    }

    private static void bind(
            PreparedStatement insert, DomainEventMessage<?> message, ConsentEvent event, Serializer serializer)
            throws SQLException {
        Circumstances circumstances = Circumstances.of(message.getMetaData());
        Disclosure disclosure = circumstances.disclosure();
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        insert.setString(1, message.getIdentifier());
        insert.setString(2, message.getAggregateIdentifier());
        insert.setLong(3, message.getSequenceNumber());
        insert.setString(4, message.getType());
        insert.setString(5, payload.getType().getName());
        insert.setString(6, payload.getType().getRevision());
        insert.setBytes(7, payload.getData());
        insert.setBytes(8, storedMetaData(circumstances));
        insert.setString(9, event.practice());
        insert.setString(10, disclosure.commitment());
        insert.setString(
                11,
                Leaf.withoutPlaceAndTime(
                        message.getIdentifier(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        event,
                        circumstances.requestId(),
                        disclosure.commitment()));
        insert.setString(12, disclosure.name());
        insert.setString(13, disclosure.note());
        insert.setString(14, disclosure.salt());
    }

    private static byte[] storedMetaData(Circumstances circumstances) {
        return CanonicalJson.of(Map.of(Circumstances.REQUEST_ID, circumstances.requestId()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
