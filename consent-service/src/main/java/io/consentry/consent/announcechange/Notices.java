package io.consentry.consent.announcechange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.events.NoticeAcknowledged;
import io.consentry.consent.events.NoticeIssued;
import io.consentry.consent.governservices.ANoticeRunsItsPeriod;
import io.consentry.consent.keepevents.PartOfEventSourcing;
import io.consentry.consent.keepevents.Rows;
import io.consentry.eventstore.EventSourcingBuilder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Notices as a table, written in the transaction of each event; what they say is read from where it can be erased. */
@ApplicationScoped
class Notices implements PartOfEventSourcing {

    private static final String SHOW = "select n.*, d.note as text, (select count(*) from notice_acknowledgement a"
            + " where a.notice = n.id) as acknowledgements, exists (select 1 from notice_acknowledgement a"
            + " where a.notice = n.id and a.practice = ?) as acknowledged"
            + " from notice n left join disclosure d on d.position = n.position where ";

    private final Rows rows;

    Notices(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void join(EventSourcingBuilder builder) {
        builder.aggregate(Acknowledgement.class).subscribing("notices", new Projector());
    }

    /** In the order in which they were issued; {@code own} is the caller's organisation. */
    List<Notice> after(long position, int limit, String own) {
        return rows.all(SHOW + "n.position > ? order by n.position limit ?", Notices::read, own, position, limit);
    }

    Optional<Notice> find(String id, String own) {
        return rows.first(SHOW + "n.id = ?", Notices::read, own, id);
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getString("text"),
                row.getString("service"),
                Rows.time(row, "earliest_effect"),
                row.getString("period"),
                row.getString("issued_by"),
                List.of((String[]) row.getArray("consulted").getArray()),
                row.getString("document_sha256"),
                Rows.time(row, "issued_at"),
                row.getLong("position"),
                row.getLong("acknowledgements"),
                row.getBoolean("acknowledged"));
    }

    /**
     * A notice.
     *
     * @param acknowledgements how many practices have said that they read it
     * @param acknowledged whether the caller's practice has
     */
    @Schema(name = "Notice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notice(
            String id,
            @Nullable String text,
            @Nullable String service,
            Instant earliestEffect,
            String period,
            String issuedBy,
            List<String> consulted,
            @Nullable String documentSha256,
            Instant issuedAt,
            long position,
            long acknowledgements,
            boolean acknowledged) {}

    /**
     * Only applies; a missing event row is an error. And only now has a notice its own time: if it waited so long for its turn
     * that it would run too short, it is refused after all.
     */
    @RegisterForReflection
    static final class Projector {

        private static final String ISSUED = "insert into notice (id, service, earliest_effect, period, issued_by,"
                + " consulted, document_sha256, issued_at, position)"
                + " select ?, ?, ?, ?, ?, ?, ?, recorded_at, position from consent_event where event_id = ?"
                + " returning issued_at";

        private static final String ACKNOWLEDGED =
                "insert into notice_acknowledgement (notice, practice, acknowledged_at, position)"
                        + " select ?, ?, recorded_at, position from consent_event where event_id = ?";

        @EventHandler
        void on(NoticeIssued issued, @MessageIdentifier String eventId, Connection transaction) throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(ISSUED)) {
                insert.setString(1, issued.notice());
                insert.setString(2, issued.service());
                insert.setObject(3, issued.earliestEffect().atOffset(ZoneOffset.UTC));
                insert.setString(4, issued.period());
                insert.setString(5, issued.issuedBy());
                insert.setArray(
                        6, transaction.createArrayOf("text", issued.consulted().toArray()));
                insert.setString(7, issued.documentSha256());
                insert.setString(8, eventId);
                try (ResultSet row = insert.executeQuery()) {
                    Rows.requireOne(row.next() ? 1 : 0);
                    ANoticeRunsItsPeriod.check(
                            issued.earliestEffect(), Duration.parse(issued.period()), Rows.time(row, "issued_at"));
                }
            }
        }

        @EventHandler
        void on(NoticeAcknowledged acknowledged, @MessageIdentifier String eventId, Connection transaction)
                throws SQLException {
            try (PreparedStatement insert = transaction.prepareStatement(ACKNOWLEDGED)) {
                insert.setString(1, acknowledged.notice());
                insert.setString(2, acknowledged.practice());
                insert.setString(3, eventId);
                Rows.requireOne(insert.executeUpdate());
            }
        }
    }
}
