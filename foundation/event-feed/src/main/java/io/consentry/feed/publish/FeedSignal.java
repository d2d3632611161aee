package io.consentry.feed.publish;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes those who wait for events within this process.
 *
 * <p>Only a shortcut: what another process announces or numbers is found by looking again after a short time.
 */
@ApplicationScoped
public class FeedSignal {

    private final ReentrantLock lock = new ReentrantLock();
    /** Apart, since what is announced concerns whoever numbers it, and readers only when it is numbered. */
    private final Condition announced = lock.newCondition();

    private final Condition numbered = lock.newCondition();
    private long announcements;
    private long lastPosition;
    private boolean stopping;

    /** Events were committed and wait for their position. */
    public void announced() {
        lock.lock();
        try {
            announcements++;
            announced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void numberedUpTo(long position) {
        lock.lock();
        try {
            lastPosition = Math.max(lastPosition, position);
            numbered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sends readers that wait for news away: they ask again, whoever answers then. */
    void stop(@Observes ShutdownDelayInitiatedEvent stop) {
        lock.lock();
        try {
            stopping = true;
            numbered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for another announcement than those counted in {@code seen}, or for the time to pass; the new count. */
    long awaitAnnouncement(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (announcements == seen && left > 0) {
                left = announced.awaitNanos(left);
            }
            return announcements;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something beyond the position may be read, or for the time to pass.
     *
     * @return false where there is no more waiting, because the service stops
     */
    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (lastPosition <= position && left > 0 && !stopping) {
                left = numbered.awaitNanos(left);
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static Duration until(long deadlineNanos) {
        return Duration.of(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS.toChronoUnit());
    }
}
