package io.consentry.gather;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those of whom it is known that they are about to want something: it is worth waiting for them, and for nobody else. So
 * nobody waits while the processors have nothing to do.
 */
public final class OnTheWay {

    private final AtomicInteger count = new AtomicInteger();

    /** What somebody does just before they want it: until it ends, however it ends, they are on the way. */
    public <T> Uni<T> during(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            count.incrementAndGet();
            AtomicBoolean counted = new AtomicBoolean(true);
            return work.onTermination().invoke(() -> {
                // Whoever goes away later cancels what has ended before: that is told a second time.
                if (counted.getAndSet(false)) {
                    count.decrementAndGet();
                }
            });
        });
    }

    boolean isNobody() {
        return count.get() == 0;
    }
}
