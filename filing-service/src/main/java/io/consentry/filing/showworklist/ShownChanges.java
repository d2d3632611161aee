package io.consentry.filing.showworklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;

/** What has just been put into worklists, by this process or by another: see {@link ChangesElsewhere}. */
@Singleton
public class ShownChanges {

    private final BroadcastProcessor<News> all = BroadcastProcessor.create();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /** Something about an item is news for the pages that are open here. */
    public void tell(Change change) {
        tellAll(change);
    }

    /** Nobody here knows what was missed, nor whose it was: so whoever follows must read their worklist again. */
    void tellToReadAgain() {
        tellAll(new ReadAgain());
    }

    private void tellAll(News news) {
        oneAtATime.lock();
        try {
            all.onNext(news);
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * News of this practice's worklist from now on. Whoever does not keep up hears the latest of each item, and is told to
     * read everything again where that is too much.
     */
    public Multi<News> of(String practice) {
        return Multi.createFrom().deferred(() -> {
            Untold untold = new Untold();
            // What is dropped is only the sign that there is something to tell.
            return all.filter(news -> news.concerns(practice))
                    .invoke(untold::add)
                    .onOverflow()
                    .dropPreviousItems()
                    .map(sign -> untold.take())
                    .onItem()
                    .disjoint();
        });
    }

    /** What those hear who follow a worklist. */
    public sealed interface News permits Change, ReadAgain {

        /** Whether it is news for this practice. */
        boolean concerns(String practice);
    }

    /** An item came or changed. */
    public record Change(String practice, String itemId, long version) implements News {

        @Override
        public boolean concerns(String practice) {
            return practice.equals(this.practice);
        }
    }

    /** More has changed than can be told: the worklist must be read again. */
    public record ReadAgain() implements News {

        @Override
        public boolean concerns(String practice) {
            return true;
        }
    }
}
