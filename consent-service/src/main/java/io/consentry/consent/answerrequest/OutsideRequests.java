package io.consentry.consent.answerrequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.events.RequestAnswered;
import io.consentry.consent.events.RequestReceived;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.Rows;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Requests as a table, written in the transaction of each event; their words are read from where they can be erased. */
@ApplicationScoped
class OutsideRequests implements PartOfEventSourcing {

    private static final String SHOW = "select r.*, asked.note as what, answered.note as why from outside_request r"
            + " left join disclosure asked on asked.position = r.position"
            + " left join disclosure answered on answered.position = r.answer_position where ";

    private final Rows rows;

    OutsideRequests(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(OutsideRequest.class).subscribing("outside-requests", new Projector());
    }

    /** In the order in which they were filed. */
    List<Correspondence> after(long position, int limit) {
        return rows.all(SHOW + "r.position > ? order by r.position limit ?", OutsideRequests::read, position, limit);
    }

    Optional<Correspondence> find(String id) {
        return rows.first(SHOW + "r.id = ?", OutsideRequests::read, id);
    }

    private static Correspondence read(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Correspondence(
                row.getString("id"),
                row.getString("practice"),
                row.getString("asked_by"),
                row.getString("what"),
                Rows.time(row, "received_at"),
                row.getString("document_sha256"),
                row.getLong("position"),
                answer == null
                        ? null
                        : new Answer(
                                answer,
                                row.getString("why"),
                                Rows.time(row, "answered_at"),
                                row.getLong("answer_position")));
    }

    /**
     * A request and its answer.
     *
     * @param practice absent where it is about all
     * @param what absent after a lawful erasure
     * @param answer absent until there is one
     */
    @Schema(name = "Request")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Correspondence(
            String id,
            @Nullable String practice,
            String from,
            @Nullable String what,
            Instant receivedAt,
            String documentSha256,
            long position,
            @Nullable Answer answer) {}

    @Schema(name = "RequestAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Schema(enumeration = {"accepted", "declined"}) String answer,

            @Nullable String reason,
            Instant answeredAt,
            long position) {}

    /** Only applies; a missing row is an error. */
    @RegisterForReflection
    static final class Projector {

        private static final String RECEIVED = "insert into outside_request"
                + " (id, practice, asked_by, received_at, document_sha256, position)"
                + " select ?, ?, ?, ?, ?, position from consent_event where event_id = ?";

        private static final String ANSWERED = "update outside_request r set answer = ?, answered_at = e.recorded_at,"
                + " answer_position = e.position from consent_event e"
                + " where r.id = ? and e.event_id = ?";

        @EventHandler
        void on(RequestReceived received, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(RECEIVED)) {
                insert.setString(1, received.request());
                insert.setString(2, received.practice());
                insert.setString(3, received.from());
                insert.setObject(4, received.receivedAt().atOffset(ZoneOffset.UTC));
                insert.setString(5, received.documentSha256());
                insert.setString(6, eventId);
                Rows.requireOne(insert.executeUpdate());
            }
        }

        @EventHandler
        void on(RequestAnswered answered, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            try (PreparedStatement update = transaction.prepareStatement(ANSWERED)) {
                update.setString(1, answered.answer());
                update.setString(2, answered.request());
                update.setString(3, eventId);
                Rows.requireOne(update.executeUpdate());
            }
        }
    }
}
