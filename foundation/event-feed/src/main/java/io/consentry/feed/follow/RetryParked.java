package io.consentry.feed.follow;

import io.consentry.feed.DeliveredEvent;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Another try for the parked events of one feed. There may be many: they are read a page at a time. */
final class RetryParked {

    private static final Logger LOG = Logger.getLogger(RetryParked.class);
    private static final int PAGE = 200;

    private final String feed;
    private final Transactions transactions;
    private final Effects effects;
    private final FollowedPosition position;
    private final ParkedEvents parked;

    RetryParked(
            String feed, Transactions transactions, Effects effects, FollowedPosition position, ParkedEvents parked) {
        this.feed = feed;
        this.transactions = transactions;
        this.effects = effects;
        this.position = position;
        this.parked = parked;
    }

    /** Tries all of them, each message's in order, unless the follower stops meanwhile. */
    void tryAll(BooleanSupplier stopping) throws NotNowException, SQLException {
        Set<String> stillParked = new HashSet<>();
        int released = 0;
        int kept = 0;
        List<DeliveredEvent> page = pageAfter(0);
        while (!page.isEmpty() && !stopping.getAsBoolean()) {
            for (DeliveredEvent event : page) {
                if (!stillParked.contains(event.subject()) && release(event)) {
                    released++;
                } else {
                    stillParked.add(event.subject());
                    kept++;
                }
            }
            page = pageAfter(page.get(page.size() - 1).position());
        }
        if (released + kept > 0) {
            LOG.logf(
                    kept > 0 ? Level.WARN : Level.INFO,
                    "Of the parked events of %s, %d are applied now and %d still cannot be",
                    feed,
                    released,
                    kept);
        }
    }

    private List<DeliveredEvent> pageAfter(long position) throws NotNowException, SQLException {
        return transactions.run(transaction -> parked.waiting(transaction, position, PAGE));
    }

    /**
     * While nobody else applies or parks events of this feed: else a later one would be parked behind it after the last look
     * for such, or another try would apply it once more.
     */
    private boolean release(DeliveredEvent event) throws NotNowException, SQLException {
        try {
            transactions.run(transaction -> {
                position.lock(transaction);
                if (parked.release(transaction, event)) {
                    effects.apply(transaction, List.of(event.read()));
                }
                return true;
            });
            return true;
        } catch (SQLException e) {
            PassingFailure.throwIfPassing(e);
            LOG.debugf("Parked event %d of %s failed again (%s)", event.position(), feed, e.getSQLState());
        } catch (RuntimeException e) {
            LOG.debugf(
                    "Parked event %d of %s failed again (%s)",
                    event.position(), feed, e.getClass().getName());
        }
        return false;
    }
}
