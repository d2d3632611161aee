package io.consentry.filing.retryevents;

import io.consentry.eventstore.DeadLetters;
import io.consentry.eventstore.EventSourcing;
import io.consentry.feed.follow.NotNowException;
import io.consentry.filing.receiveitem.ParkedMessages;
import io.consentry.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** What waits, of both kinds: events the tables do not show, and announced messages that are no items. Blocks. */
@Singleton
class PutAside {

    /** The processor that keeps the tables people read. */
    private static final String VIEWS = "views";

    private final DeadLetters views;
    private final ParkedMessages messages;

    PutAside(EventSourcing events, ParkedMessages messages) {
        this.views = events.deadLetters(VIEWS);
        this.messages = messages;
    }

    List<DeadLetter> list() throws SQLException {
        return Stream.concat(
                        views.list().stream().map(DeadLetter::of),
                        messages.list().stream().map(DeadLetter::of))
                .toList();
    }

    long count() throws SQLException {
        return views.count() + messages.count();
    }

    /** Tries what was put aside behind an event that was applied in that moment, and now waits for none. */
    void retryWhatWaitsForNothing() throws SQLException {
        views.retryWhatWaitsForNothing();
    }

    /** Whether the letter, and what waited for it, is applied now; 404 where there is none with this id. */
    boolean retry(String id) throws SQLException, NotNowException {
        DeadLetter letter = list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such dead letter."));
        if (letter.where().equals(DeadLetter.WORKLIST)) {
            return views.retry(letter.itemId());
        }
        messages.retry();
        return list().stream().noneMatch(one -> one.id().equals(id));
    }
}
