package io.consentry.filing.tellsender;

import io.agroal.api.AgroalDataSource;
import io.consentry.feed.follow.NotNowException;
import io.consentry.feed.follow.Transactions;
import io.consentry.feed.publish.FeedSignal;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

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
                for update skip locked)""";

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
            try (PreparedStatement take = Outcome.taking(transaction, TAKE_DUE)) {
                take.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                List<Outcome> due = Outcome.take(take);
                Outcome.tell(transaction, due);
                return due.size();
            }
        });
        if (told > 0) {
            feed.announced();
        }
        return told;
    }
}
