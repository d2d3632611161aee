package io.consentry.gateway.passon;

import io.consentry.gateway.permit.Worth;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls that wait for one service to begin its answer. The fuller it is, the more a call must be worth to join.
 *
 * <p>Counted for each service by itself: one that hangs must not take the others' callers with it.
 */
final class Load {

    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    Load(int most) {
        this.most = most;
    }

    /** Joins the waiting, if a call of this worth still may; whoever joined must leave. */
    boolean join(Worth worth) {
        if (waiting.incrementAndGet() <= mostFor(worth)) {
            return true;
        }
        waiting.decrementAndGet();
        return false;
    }

    void leave() {
        waiting.decrementAndGet();
    }

    /** Replays stop at half, then each kind a little later, so that a decision always finds room. */
    private int mostFor(Worth worth) {
        int percent =
                switch (worth) {
                    case REPLAY -> 50;
                    case QUESTION -> 65;
                    case WORK -> 80;
                    case MESSAGE -> 90;
                    case DECISION -> 100;
                };
        return Math.max(1, most * percent / 100);
    }
}
