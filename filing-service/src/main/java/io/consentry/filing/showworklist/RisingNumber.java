package io.consentry.filing.showworklist;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A number that only grows, and that one can wait for. */
final class RisingNumber {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private long value = -1;

    void raiseTo(long candidate) {
        lock.lock();
        try {
            value = Math.max(value, candidate);
            raised.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean awaitAtLeast(long wanted, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (value < wanted && left > 0) {
                left = raised.awaitNanos(left);
            }
            return value >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
