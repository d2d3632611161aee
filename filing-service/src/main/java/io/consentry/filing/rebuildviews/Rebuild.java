package io.consentry.filing.rebuildviews;

import io.consentry.database.LongWork;
import io.consentry.eventstore.EventSourcing;
import io.consentry.eventstore.Replay;
import io.consentry.filing.recallitems.RecalledItemsProjector;
import io.consentry.filing.showitem.HistoryProjector;
import io.consentry.filing.showworklist.ChangesElsewhere;
import io.consentry.filing.showworklist.WorklistProjector;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Builds the tables people read anew from every event, in one transaction: until its commit the old rows answer, and
 * after a failure they still do.
 */
@Singleton
class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);
    /** Enough to share three statements among; progress is seen as often. */
    private static final int BATCH = 5_000;

    /** One at a time, whichever process is asked. Held until the transaction ends. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtextextended('rebuild-views', 0))";

    private final EventSourcing events;
    private final HistoryProjector history;
    private final RecalledItemsProjector recalledItems;
    private final ChangesElsewhere pages;
    private final RebuildLog log;

    Rebuild(
            EventSourcing events,
            HistoryProjector history,
            RecalledItemsProjector recalledItems,
            ChangesElsewhere pages,
            RebuildLog log) {
        this.events = events;
        this.history = history;
        this.recalledItems = recalledItems;
        this.pages = pages;
        this.log = log;
    }

    /** Does all of it, and writes down how it went. Blocks for as long as it takes. */
    void run(String id) throws SQLException {
        Replay past = events.replay(List.of(history, recalledItems, WorklistProjector.unwatched()));
        try {
            long differences = events.runInUnitOfWork(() -> rebuild(id, past));
            log.finished(id, past.told(), differences);
        } catch (RuntimeException e) {
            LOG.errorf("Rebuild %s failed: %s", id, e.getClass().getName());
            log.failed(id, past.told(), e);
        }
    }

    private long rebuild(String id, Replay past) throws Exception {
        Connection transaction = events.currentConnection();
        requireAlone(transaction);
        return LongWork.on(transaction, () -> rebuild(transaction, id, past));
    }

    private long rebuild(Connection transaction, String id, Replay past) throws Exception {
        BesideTables.create(transaction);
        while (past.tellMore(BATCH) > 0) {
            log.progress(id, past.told());
        }
        BesideTables.holdWriters(transaction);
        // What was written between the last look and the lock.
        while (past.tellMore(BATCH) > 0) {
            log.progress(id, past.told());
        }
        long differing = BesideTables.takeOver(transaction);
        if (differing > 0) {
            // What is on an open page may be among what was wrong.
            pages.tellToReadAgain(transaction);
        }
        return differing;
    }

    private static void requireAlone(Connection transaction) throws SQLException {
        try (PreparedStatement ask = transaction.prepareStatement(ALONE);
                ResultSet row = ask.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new AnotherRebuildRuns();
            }
        }
    }

    /** Two would wait for each other at the end. */
    static final class AnotherRebuildRuns extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
