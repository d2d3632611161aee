package io.consentry.ingest.withdrawmessage;

import io.consentry.events.MessageWithdrawn;
import io.consentry.feed.publish.Announcements;
import io.consentry.feed.publish.FeedSignal;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.web.problem.ProblemType;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message back for its sender. What is held is gone at once; what the practice has is taken from it by the
 * filing service, which tells what came of it. Asking again changes nothing. Blocks.
 */
@Singleton
class TakeBack {

    static final String ASKED = "withdrawal-requested";

    /** The queue's row first, as whoever decides held messages does: nobody waits for the other. */
    private static final String LEAVE_QUEUE =
            "delete from held_message h using message m" + " where m.id = h.message_id and m.id = ? and m.sender = ?";

    private static final String STANDS = "select m.practice, m.status,"
            + " exists (select from timeline_entry t where t.message_id = m.id and t.status = '" + ASKED + "') as asked"
            + " from message m where m.id = ? and m.sender = ? for no key update";
    private static final String STEP = "insert into timeline_entry (message_id, sender, practice, status, at, by_whom,"
            + " reason) values (?, ?, ?, ?, ?, ?, ?)";

    private final javax.sql.DataSource database;
    private final FeedSignal feed;
    private final Clock clock;

    TakeBack(@DataSource("runtime") javax.sql.DataSource database, FeedSignal feed, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Takes it back.
     *
     * @return {@code withdrawn}, or {@code withdrawal-requested} when the practice has it
     */
    String takeBack(String sender, UUID id, WithdrawalReason reason) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                String outcome = takeBack(connection, sender, id, reason.word(), now);
                connection.commit();
                feed.announced();
                return outcome;
            } finally {
                connection.rollback();
            }
        }
    }

    private static String takeBack(Connection transaction, String sender, UUID id, String reason, Instant now)
            throws SQLException {
        boolean held = update(transaction, LEAVE_QUEUE, id, sender) > 0;
        Standing standing = standing(transaction, sender, id);
        if (standing == null) {
            throw ProblemType.NOT_FOUND.because("Your organisation has no message with this id.");
        }
        if (held) {
            update(transaction, "update message set status = 'withdrawn', document = null where id = ?", id);
            update(transaction, "delete from message_content where message_id = ?", id);
            step(transaction, sender, id, standing, MessageStatus.WITHDRAWN.word(), reason, now);
            return MessageStatus.WITHDRAWN.word();
        }
        if (standing.status().equals(MessageStatus.WITHDRAWN.word())) {
            return standing.status();
        }
        if (!standing.isWithThePractice()) {
            throw ProblemType.ALREADY_DECIDED.because(
                    "The message is " + standing.status() + ": there is nothing left to take back.");
        }
        if (!standing.asked()) {
            step(transaction, sender, id, standing, ASKED, reason, now);
            Announcements.announce(
                    transaction, List.of(new MessageWithdrawn(id.toString(), standing.practice(), now, reason)));
        }
        return ASKED;
    }

    private static @Nullable Standing standing(Connection transaction, String sender, UUID id) throws SQLException {
        try (PreparedStatement query = transaction.prepareStatement(STANDS)) {
            query.setObject(1, id);
            query.setString(2, sender);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Standing(row.getString("practice"), row.getString("status"), row.getBoolean("asked"))
                        : null;
            }
        }
    }

    private static void step(
            Connection transaction,
            String sender,
            UUID id,
            Standing standing,
            String status,
            String reason,
            Instant now)
            throws SQLException {
        update(
                transaction,
                STEP,
                id,
                sender,
                standing.practice(),
                status,
                now.atOffset(ZoneOffset.UTC),
                sender,
                reason);
    }

    private static int update(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            return statement.executeUpdate();
        }
    }

    /** Where a message stands, and whether its sender has asked before. */
    private record Standing(String practice, String status, boolean asked) {

        boolean isWithThePractice() {
            return List.of(
                            MessageStatus.PENDING.word(),
                            MessageStatus.FILED.word(),
                            MessageStatus.FILED_WITH_CHANGES.word())
                    .contains(status);
        }
    }
}
