package io.consentry.filing.showworklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;

/** What has just been put into worklists, by this process or by another: see {@link ChangesElsewhere}. */
@Singleton
public class ShownChanges {

    private final BroadcastProcessor<Change> all = BroadcastProcessor.create();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** Something about an item is news for the pages that are open here. */
    public void tell(Change change) {
        oneAtATime.lock();
        try {
            all.onNext(change);
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
