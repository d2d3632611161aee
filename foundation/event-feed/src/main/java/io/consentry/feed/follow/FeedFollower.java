package io.consentry.feed.follow;

import io.consentry.feed.DeliveredEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Follows another service's feed from zero to now, and on.
 *
 * <p>Effects and position are committed together, so each event takes effect once, however often it is delivered and
 * wherever this process is killed. Several processes may follow the same feed: the position's row lets one at a time
 * through, and the others find their batch already applied.
 *
 * <p>A process begins with one event at a time ({@link BatchSize}): what is too much at once, even so much that it ends
 * the process, is taken in smaller pieces.
 *
 * <p>An event that cannot be applied is parked with every later one of its message, and the rest go on; parked events
 * are tried again when a follower starts, or on {@link #retryParked()}.
 */
public final class FeedFollower {

    private static final Logger LOG = Logger.getLogger(FeedFollower.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(500);
    /** So many retries in a row are worth a line in the log: about half a minute. */
    private static final int WORTH_A_WORD = 60;

    private final String feed;
    private final EventSource source;
    private final Transactions transactions;
    private final Effects effects;
    private final FollowedPosition position;
    private final ParkedEvents parked;
    private final RetryParked retry;
    private final AtomicLong applied = new AtomicLong();
    private final Thread thread;
    private final BatchSize batch = new BatchSize();
    private volatile boolean stopping;

    /** @param feed names the feed in this service's tables */
    public FeedFollower(String feed, EventSource source, Transactions transactions, Effects effects) {
        this.feed = feed;
        this.source = source;
        this.transactions = transactions;
        this.effects = effects;
        this.position = new FollowedPosition(feed);
        this.parked = new ParkedEvents(feed);
        this.retry = new RetryParked(feed, transactions, effects, position, parked);
        this.thread = new Thread(this::run, "follow-" + feed);
        thread.setDaemon(true);
    }

    /** Starts following, on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Stops following; what is being applied is finished or rolled back. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    /** The position up to which this process knows the feed to be applied. */
    public long appliedUpTo() {
        return applied.get();
    }

    private void run() {
        boolean parkedTried = false;
        batch.beginWithOne();
        int failedInARow = 0;
        while (!stopping) {
            try {
                if (!parkedTried) {
                    retryParked();
                    parkedTried = true;
                }
                followOnce(LONG_POLL);
                failedInARow = 0;
                batch.worked();
            } catch (NotNowException | SQLException e) {
                failedInARow++;
                batch.failed();
                LOG.logf(
                        failedInARow % WORTH_A_WORD == 0 ? Level.WARN : Level.DEBUG,
                        "Following %s after position %d failed %d times in a row (%s) and is tried again",
                        feed,
                        applied.get(),
                        failedInARow,
                        e.getClass().getSimpleName());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                batch.failed();
                LOG.errorf(
                        "Following %s met something unexpected (%s) and goes on",
                        feed, e.getClass().getName());
                pause();
            }
        }
    }

    /** Takes the next events and applies them; waits for the first at most this long. */
    void followOnce(Duration wait) throws NotNowException, SQLException, InterruptedException {
        long from = transactions.run(position::read);
        applied.set(from);
        List<DeliveredEvent> events = source.after(from, batch.now(), wait);
        if (events.isEmpty()) {
            return;
        }
        requireGapless(from, events);
        if (!applyTogether(from, events)) {
            for (DeliveredEvent event : events) {
                applyAlone(event);
            }
        }
        applied.set(events.get(events.size() - 1).position());
    }

    /** Tries parked events again, each message's in order; what still cannot be applied stays, with what follows it. */
    public void retryParked() throws NotNowException, SQLException {
        retry.tryAll(() -> stopping);
    }

    /** One transaction for all: the usual case. False when some event among them, or of a parked message, is in the way. */
    private boolean applyTogether(long from, List<DeliveredEvent> events) throws NotNowException, SQLException {
        try {
            return transactions.run(transaction -> {
                if (position.lock(transaction) != from) {
                    return true; // another process applied them
                }
                if (parked.holdBackAny(transaction, events)) {
                    return false;
                }
                effects.apply(
                        transaction, events.stream().map(DeliveredEvent::read).toList());
                position.moveTo(transaction, events.get(events.size() - 1).position());
                return true;
            });
        } catch (SQLException e) {
            PassingFailure.throwIfPassing(e);
            return false;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void applyAlone(DeliveredEvent event) throws NotNowException, SQLException {
        try {
            transactions.run(transaction -> {
                if (position.lock(transaction) != event.position() - 1) {
                    return true;
                }
                if (parked.holdBack(transaction, event)) {
                    parked.park(transaction, event, "an earlier event of the message is parked");
                } else {
                    effects.apply(transaction, List.of(event.read()));
                }
                position.moveTo(transaction, event.position());
                return true;
            });
        } catch (SQLException e) {
            PassingFailure.throwIfPassing(e);
            park(event, e);
        } catch (RuntimeException e) {
            park(event, e);
        }
    }

    private void park(DeliveredEvent event, Exception cause) throws NotNowException, SQLException {
        LOG.errorf(
                "Event %d of %s cannot be applied (%s) and is parked",
                event.position(), feed, cause.getClass().getName());
        transactions.run(transaction -> {
            if (position.lock(transaction) == event.position() - 1) {
                parked.park(transaction, event, cause.getClass().getName());
                position.moveTo(transaction, event.position());
            }
            return true;
        });
    }

    private void requireGapless(long from, List<DeliveredEvent> events) throws NotNowException {
        long expected = from + 1;
        for (DeliveredEvent event : events) {
            if (event.position() != expected++) {
                throw new NotNowException("The feed " + feed + " skipped a position");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
