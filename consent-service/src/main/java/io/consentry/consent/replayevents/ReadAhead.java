package io.consentry.consent.replayevents;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pages of a log, the next one read while the reader is still busy with the last: the database and the way to the
 * reader work at the same time. Two pages are all that waits here.
 *
 * <p>For one thread. Whoever stops in the middle leaves nothing open.
 */
public final class ReadAhead implements Iterator<EventPage> {

    /** Where no thread is free the reader's own reads, so that many readers only become slower. */
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0,
            4,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            ReadAhead::thread,
            new ThreadPoolExecutor.CallerRunsPolicy());

    private final EventLog log;
    private final EventFilter filter;
    private CompletableFuture<EventPage> next;
    private boolean more = true;

    /** Begins to read after a position. */
    public ReadAhead(EventLog log, long after, EventFilter filter) {
        this.log = log;
        this.filter = filter;
        this.next = read(after);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "log-read-ahead");
        thread.setDaemon(true);
        return thread;
    }

    private CompletableFuture<EventPage> read(long after) {
        return CompletableFuture.supplyAsync(() -> log.after(after, filter, EventLog.ROWS_AT_A_TIME), THREADS);
    }

    @Override
    public boolean hasNext() {
        return more;
    }

    /**
     * The next page; the last one may be empty.
     *
     * @throws IllegalStateException when the log cannot be read
     */
    @Override
    public EventPage next() {
        if (!more) {
            throw new NoSuchElementException("The log has been read to its end");
        }
        try {
            EventPage page = next.join();
            more = page.full();
            if (more) {
                next = read(page.last());
            }
            return page;
        } catch (CompletionException | CancellationException e) {
            more = false;
            throw new IllegalStateException("The log cannot be read", e);
        }
    }
}
