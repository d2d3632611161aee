package io.consentry.filing.retryevents;

import io.consentry.eventstore.DeadLetters;
import io.consentry.filing.receiveitem.ParkedMessages.Parked;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that could not be applied. Nothing of the patient: not even a failure's words. */
record DeadLetter(
        String id,

        @Schema(
                description = "worklist: the tables people read do not show it; received: the message is no item yet",
                examples = {"worklist", "received"})
        String where,

        String itemId,

        @Schema(description = "The event's name", examples = "ItemFiled")
        String event,

        @Schema(description = "The class of what went wrong, and the database's code where it gave one") @Nullable String cause,

        @Schema(description = "When it was put aside") Instant since,

        @Schema(description = "Later events of the same item that wait for it")
        long waiting) {

    static final String WORKLIST = "worklist";
    static final String RECEIVED = "received";

    private static final Pattern PARKED_ID = Pattern.compile(RECEIVED + "-([0-9]{1,18})");

    static DeadLetter of(DeadLetters.Letter letter) {
        String detail = letter.detail();
        return new DeadLetter(
                letter.id(),
                WORKLIST,
                letter.stream(),
                letter.event(),
                detail == null || detail.isEmpty() ? letter.cause() : letter.cause() + " " + detail,
                letter.since(),
                letter.waiting());
    }

    static DeadLetter of(Parked parked) {
        return new DeadLetter(
                RECEIVED + "-" + parked.position(),
                RECEIVED,
                parked.messageId(),
                parked.type(),
                parked.cause(),
                parked.since(),
                parked.waiting());
    }

    /** The place in the feed of the announcement that has this id; empty where it is no id of one. */
    static OptionalLong positionOf(String id) {
        Matcher parked = PARKED_ID.matcher(id);
        return parked.matches() ? OptionalLong.of(Long.parseLong(parked.group(1))) : OptionalLong.empty();
    }
}
