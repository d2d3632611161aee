package io.consentry.filing.showworklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process has just put into worklists.
 *
 * <p>Each process tells what it wrote itself: a deployment with several replicas of this service must let each follow
 * every segment, or its pages hear of some changes when they next read.
 */
@Singleton
public class ShownChanges {

    private final BroadcastProcessor<Change> all = BroadcastProcessor.create();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** Something about an item is news for the pages that are open. */
    public void tell(String practice, String itemId, long version) {
        oneAtATime.lock();
        try {
            all.onNext(new Change(practice, itemId, version));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Changes of this practice's worklist from now on. Whoever does not keep up hears the latest only. */
    public Multi<Change> of(String practice) {
        return all.filter(change -> change.practice().equals(practice))
                .onOverflow()
                .dropPreviousItems();
    }

    /** An item came or changed. */
    public record Change(String practice, String itemId, long version) {}
}
