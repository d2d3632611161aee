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

    private static final String INSERT = "with disclosed as ("
            + "insert into disclosure (commitment, name, note, salt) values (?, ?, ?, ?) on conflict do nothing) "
            + "insert into consent_event (event_id, stream_id, stream_sequence, stream_type, event_name, revision,"
            + " payload, metadata, practice, commitment, leaf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
        insert.setString(1, disclosure.commitment());
        insert.setString(2, disclosure.name());
        insert.setString(3, disclosure.note());
        insert.setString(4, disclosure.salt());
        insert.setString(5, message.getIdentifier());
        insert.setString(6, message.getAggregateIdentifier());
        insert.setLong(7, message.getSequenceNumber());
        insert.setString(8, message.getType());
        insert.setString(9, payload.getType().getName());
        insert.setString(10, payload.getType().getRevision());
        insert.setBytes(11, payload.getData());
        insert.setBytes(12, storedMetaData(circumstances));
        insert.setString(13, event.practice());
        insert.setString(14, disclosure.commitment());
        insert.setString(
                15,
                Leaf.withoutPlaceAndTime(
                        message.getIdentifier(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        event,
                        circumstances.requestId(),
                        disclosure.commitment()));
    }

    private static byte[] storedMetaData(Circumstances circumstances) {
        return CanonicalJson.of(Map.of(Circumstances.REQUEST_ID, circumstances.requestId()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
