package io.consentry.web.background;

import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A piece of work that is done again and again, on a thread of its own, for as long as this service runs: whatever it
 * throws, since nobody would notice that a thread has ended.
 */
public final class Background {

    private static final Logger LOG = Logger.getLogger(Background.class);

    /** One look that finds nothing; what there is to do waits at most this much longer. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Duration betweenLooks;
    private final Work work;
    private final Thread thread;
    private volatile boolean stopping;

    /** @param name of the thread */
    public Background(String name, Work work) {
        this(name, BETWEEN_LOOKS, work);
    }

    /**
     * Work that may wait longer, or less long, than usual.
     *
     * @param betweenLooks how long to rest when there was nothing to do
     */
    public Background(String name, Duration betweenLooks, Work work) {
        this.betweenLooks = betweenLooks;
        this.work = work;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends after what is being done now. */
    public void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void run() {
        while (!stopping) {
            try {
                if (!doSome()) {
                    Thread.sleep(betweenLooks.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean doSome() throws InterruptedException {
        try {
            return work.doSome();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            LOG.warnf(
                    "%s goes on in a moment: %s", thread.getName(), e.getClass().getName());
            return false;
        }
    }

    /** Some of the work. */
    @FunctionalInterface
    public interface Work {

        /** Whether there is more to do at once. What fails is tried again in a moment. */
        boolean doSome() throws Exception;
    }
}
