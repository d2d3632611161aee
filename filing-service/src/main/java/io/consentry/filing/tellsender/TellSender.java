package io.consentry.filing.tellsender;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.FilingEvent;
import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.feed.follow.NotNowException;
import io.consentry.feed.follow.Transactions;
import io.consentry.feed.publish.Announcements;
import io.consentry.feed.publish.FeedSignal;
import io.consentry.filing.exportfiled.FiledFeed;
import io.consentry.filing.item.ItemStatus;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Announces decisions that can no longer be undone.
 *
 * <p>The row goes and the announcement comes in one transaction. Undoing takes the same row away: whoever is first wins,
 * and what was undone is never announced.
 */
@Singleton
class TellSender {

    /** Skips rows that an undo, or another process, holds at this moment. */
    private static final String TAKE_DUE = """
            delete from outcome_to_tell where item_id in (
                select item_id from outcome_to_tell where due_at <= ? order by due_at limit 500
                for update skip locked)
            returning item_id, practice, decided_at, status, reason""";

    private final Transactions transactions;
    private final FeedSignal feed;
    private final Clock clock;

    TellSender(@DataSource("runtime") AgroalDataSource database, FeedSignal feed, Clock clock) {
        this.transactions = Transactions.on(database);
        this.feed = feed;
        this.clock = clock;
    }

    /** Announces what is due; how many it were. */
    int tellDue() throws SQLException, NotNowException {
        int told = transactions.run(transaction -> {
            List<FilingEvent> due = takeDue(transaction);
            Announcements.announce(transaction, due);
            for (FilingEvent event : due) {
                export(transaction, event);
            }
            return due.size();
        });
        if (told > 0) {
            feed.announced();
        }
        return told;
    }

    private static void export(Connection transaction, FilingEvent event) throws SQLException {
        if (event instanceof ItemFiled filed) {
            FiledFeed.append(transaction, filed.practice(), filed.messageId(), filed.at(), filed.withChanges());
        }
    }

    private List<FilingEvent> takeDue(Connection transaction) throws SQLException {
        try (PreparedStatement take = transaction.prepareStatement(TAKE_DUE)) {
            take.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = take.executeQuery()) {
                List<FilingEvent> due = new ArrayList<>();
                while (row.next()) {
                    due.add(published(row));
                }
                return due;
            }
        }
    }

    private static FilingEvent published(ResultSet row) throws SQLException {
        String item = row.getString("item_id");
        String practice = row.getString("practice");
        Instant at = row.getObject("decided_at", OffsetDateTime.class).toInstant();
        String status = row.getString("status");
        if (status.equals(ItemStatus.REJECTED.word())) {
            return new ItemRejected(item, practice, at, Objects.requireNonNull(row.getString("reason")));
        }
        return new ItemFiled(item, practice, at, status.equals(ItemStatus.FILED_WITH_CHANGES.word()));
    }
}
