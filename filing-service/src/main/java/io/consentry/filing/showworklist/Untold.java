package io.consentry.filing.showworklist;

import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.filing.showworklist.ShownChanges.News;
import io.consentry.filing.showworklist.ShownChanges.ReadAgain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one follower has not been told yet: the latest of each item, in the order in which they came. Of too many nothing
 * is kept but that there were too many, so that a follower who hears nothing for hours costs no memory.
 */
final class Untold {

    private static final int MOST = 500;

    private final Map<String, Change> changes = new LinkedHashMap<>();
    private boolean tooMany;

    synchronized void add(News news) {
        if (tooMany) {
            // It is read with all the rest.
            return;
        }
        if (news instanceof Change change) {
            changes.merge(change.itemId(), change, Untold::later);
        }
        if (news instanceof ReadAgain || changes.size() > MOST) {
            changes.clear();
            tooMany = true;
        }
    }

    /** Processes are heard in no order. */
    private static Change later(Change one, Change other) {
        return one.version() > other.version() ? one : other;
    }

    /** What is told now, and no longer kept. */
    synchronized List<News> take() {
        List<News> told = tooMany ? List.of(new ReadAgain()) : List.copyOf(changes.values());
        changes.clear();
        tooMany = false;
        return told;
    }
}
