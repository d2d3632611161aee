package io.consentry.filing.retryevents;

import io.consentry.eventstore.DeadLetters;
import io.consentry.eventstore.EventSourcing;
import io.consentry.feed.follow.NotNowException;
import io.consentry.filing.receiveitem.ParkedMessages;
import io.consentry.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What waits, of both kinds: events the tables do not show, and announced messages that are no items. Blocks. */
@Singleton
class PutAside {

    /** The processor that keeps the tables people read. */
    private static final String VIEWS = "views";

    /** The database cannot be asked for everything that a path can hold. */
    private static final Pattern ID = Pattern.compile("[!-~]+");

    private final DeadLetters views;
    private final ParkedMessages messages;

    PutAside(EventSourcing events, ParkedMessages messages) {
        this.views = events.deadLetters(VIEWS);
        this.messages = messages;
    }

    /** Those after a place in the list of all: first the events, then the messages. */
    DeadLetterList page(LetterPlace after, int limit) throws SQLException {
        int wanted = limit + 1;
        List<DeadLetter> found = new ArrayList<>();
        if (!after.isAmongParked()) {
            views.after(after.itemId(), wanted).stream().map(DeadLetter::of).forEach(found::add);
        }
        if (found.size() < wanted) {
            String message = after.isAmongParked() ? after.itemId() : "";
            messages.after(message, wanted - found.size()).stream()
                    .map(DeadLetter::of)
                    .forEach(found::add);
        }
        return DeadLetterList.of(found, limit);
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
        OptionalLong parked = DeadLetter.positionOf(id);
        if (parked.isPresent() && messages.waits(parked.getAsLong())) {
            messages.retry();
            return !messages.waits(parked.getAsLong());
        }
        if (!ID.matcher(id).matches()) {
            throw noSuchLetter();
        }
        return views.retry(views.streamOf(id).orElseThrow(PutAside::noSuchLetter));
    }

    private static RuntimeException noSuchLetter() {
        return ProblemType.NOT_FOUND.because("There is no such dead letter.");
    }
}
