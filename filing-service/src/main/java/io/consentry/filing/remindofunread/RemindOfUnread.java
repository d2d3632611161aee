package io.consentry.filing.remindofunread;

import io.agroal.api.AgroalDataSource;
import io.consentry.events.ItemUnread;
import io.consentry.feed.follow.NotNowException;
import io.consentry.feed.follow.Transactions;
import io.consentry.feed.publish.Announcements;
import io.consentry.feed.publish.FeedSignal;
import io.consentry.filing.showitem.ItemOpening;
import io.consentry.filing.showworklist.ChangesElsewhere;
import io.consentry.filing.showworklist.ShownChanges;
import io.consentry.filing.showworklist.ShownChanges.Change;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what has been lying unread for too long and tells both sides, once: the practice's open pages and its list of
 * unread items, and the sender through the feed. Blocks.
 */
@Singleton
class RemindOfUnread {

    private static final int TOGETHER = 500;
    /**
     * Counted from the item's first event, since a message may have waited elsewhere after it was received, held or parked.
     * Those that are due by their arrival come one by one from an index, the oldest first, and each asks another index: the
     * fence keeps the planner from anything cleverer, and the collation is the one that this other index is in.
     */
    static final String NOTE = """
            insert into unread_item (item_id, practice, told_at)
            select n.item_id, n.practice, ? from (
                select w.item_id, w.practice, w.received_at from worklist_item w
                where w.status = 'pending' and w.received_at <= ?
                  and not exists (select from item_opening o where o.item_id = w.item_id and %s)
                  and not exists (select from unread_item u where u.item_id = w.item_id)
                order by w.received_at offset 0) n
            where (select e.recorded_at from stored_event e
                   where e.stream_id = n.item_id collate "default" and e.stream_sequence = 0) <= ?
            order by n.received_at limit ?
            on conflict do nothing
            returning practice, item_id, (select version from worklist_item v where v.item_id = unread_item.item_id)""".formatted(ItemOpening.HAS_READ);

    private final Transactions transactions;
    private final WorkingDays workingDays;
    private final UnreadConfig config;
    private final FeedSignal feed;
    private final ShownChanges pages;
    private final ChangesElsewhere elsewhere;
    private final Clock clock;

    RemindOfUnread(
            @DataSource("runtime") AgroalDataSource database,
            UnreadConfig config,
            FeedSignal feed,
            ShownChanges pages,
            ChangesElsewhere elsewhere,
            Clock clock) {
        this.transactions = Transactions.on(database);
        this.workingDays = new WorkingDays(config.bankHolidays());
        this.config = config;
        this.feed = feed;
        this.pages = pages;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** Tells of some; whether there may be more. */
    boolean tellSome() throws SQLException, NotNowException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = workingDays.before(now, config.workingDays());
        List<Change> found = transactions.run(transaction -> {
            List<Change> noted = note(transaction, now, before);
            Announcements.announce(
                    transaction,
                    noted.stream()
                            .map(item -> new ItemUnread(item.itemId(), item.practice(), now))
                            .toList());
            elsewhere.tell(transaction, noted);
            return noted;
        });
        if (!found.isEmpty()) {
            feed.announced();
            found.forEach(pages::tell);
        }
        return found.size() == TOGETHER;
    }

    private static List<Change> note(Connection transaction, Instant now, Instant before) throws SQLException {
        try (PreparedStatement note = transaction.prepareStatement(NOTE)) {
            note.setObject(1, now.atOffset(ZoneOffset.UTC));
            note.setObject(2, before.atOffset(ZoneOffset.UTC));
            note.setObject(3, before.atOffset(ZoneOffset.UTC));
            note.setInt(4, TOGETHER);
            try (ResultSet row = note.executeQuery()) {
                List<Change> noted = new ArrayList<>();
                while (row.next()) {
                    noted.add(new Change(row.getString(1), row.getString(2), row.getLong(3)));
                }
                return noted;
            }
        }
    }
}
