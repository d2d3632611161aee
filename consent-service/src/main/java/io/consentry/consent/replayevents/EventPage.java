package io.consentry.consent.replayevents;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page of the log.
 *
 * @param last position of the last event; where the page is empty, the position it was asked after
 * @param full whether there may be more
 */
public record EventPage(List<LoggedEvent> events, long last, boolean full) {

    /**
     * An event as it is told.
     *
     * @param json the stored leaf with {@code disclosed} and {@code leafHash} appended, in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // made once and passed on once, a million times
    public record LoggedEvent(long position, byte[] json) {

        /** The JSON as text. */
        public String text() {
            return new String(json, StandardCharsets.UTF_8);
        }
    }
}
