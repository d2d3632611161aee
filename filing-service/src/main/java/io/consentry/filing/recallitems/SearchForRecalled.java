package io.consentry.filing.recallitems;

import io.consentry.database.LongWork;
import io.consentry.eventstore.CommandAnswer;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.RecallItem;
import io.consentry.filing.recallitems.MatchingItems.Match;
import io.consentry.filing.recallitems.OpenRecalls.OpenOne;
import io.consentry.filing.telltime.Timestamps;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a recall looks for, some items to a transaction: their events, and how far it has come, commit together.
 * Killed at any moment it goes on where it was.
 */
@Singleton
class SearchForRecalled {

    private final EventSourcing events;
    private final Timestamps time;
    private final RecallConfig config;

    SearchForRecalled(EventSourcing events, Timestamps time, RecallConfig config) {
        this.events = events;
        this.time = time;
        this.config = config;
    }

    /**
     * Looks at the next items of the first open recall that need not wait. Blocks.
     *
     * @param atMost how many items share a transaction
     * @return whether there may be more to do at once
     */
    boolean lookFurther(int atMost) {
        return events.runInUnitOfWork(() -> {
            Connection transaction = events.currentConnection();
            return LongWork.on(transaction, () -> lookFurther(transaction, atMost));
        });
    }

    /**
     * What one recall waits for may never come: those behind it do not wait for that, and nobody waits for the row of one that
     * is not looked for. Another process may have moved it before it was locked.
     */
    private boolean lookFurther(Connection transaction, int atMost) throws SQLException {
        Instant now = time.now();
        for (OpenOne open : OpenRecalls.inOrder(transaction)) {
            Optional<OpenOne> recall =
                    mayLook(transaction, open, now) ? OpenRecalls.lock(transaction, open.id()) : Optional.empty();
            if (recall.isPresent() && mayLook(transaction, recall.get(), now)) {
                lookFurther(transaction, recall.get(), atMost, now);
                return true;
            }
        }
        return false;
    }

    private void lookFurther(Connection transaction, OpenOne recall, int atMost, Instant now) throws SQLException {
        Long known = recall.matching();
        long matching = known == null ? MatchingItems.count(transaction, recall.criteria()) : known;
        List<Match> matches = MatchingItems.after(transaction, recall.criteria(), recall.cursor(), atMost);
        long added = recall(recall, matches, now);
        long recalled = recall.recalled() + added;
        if (!matches.isEmpty()) {
            String last = matches.get(matches.size() - 1).itemId();
            OpenRecalls.move(transaction, recall.id(), Math.max(matching, recalled), recalled, last);
        } else if (!recall.passedOnce()) {
            OpenRecalls.beginAgain(transaction, recall.id(), matching);
        } else {
            OpenRecalls.move(transaction, recall.id(), recalled, recalled, recall.cursor());
            events.send(new FinishRecall(recall.id(), recalled, now), Map.of());
        }
    }

    /**
     * What was received before and reached the tables behind the first look has any place in the order. So the last pass
     * begins when all of it must be there; what comes later is held against the recall when it comes.
     */
    private boolean mayLook(Connection transaction, OpenOne recall, Instant now) throws SQLException {
        return !recall.waitsForItsLastPass()
                || (!now.isBefore(recall.openedAt().plus(config.lastLook()))
                        && !ItemsNotShown.any(transaction, recall.id()));
    }

    /** For how many this is news: an item may have been found before. */
    private long recall(OpenOne recall, List<Match> matches, Instant now) {
        List<RecallItem> commands = matches.stream()
                .map(match -> new RecallItem(
                        match.itemId(), match.practice(), recall.id(), match.entries(), recall.by(), now))
                .toList();
        return events.<Boolean>sendTogether(commands).stream()
                .filter(CommandAnswer::get)
                .count();
    }
}
