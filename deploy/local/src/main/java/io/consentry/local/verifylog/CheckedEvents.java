package io.consentry.local.verifylog;

import java.io.IOException;
import java.io.InputStream;

/** Checks events as they are replayed, one a line: each is what its hash was made of, and none is missing between them. */
public final class CheckedEvents {

    private CheckedEvents() {}

    /**
     * Reads all of them.
     *
     * @return the position of the last; {@code after} where there are none
     * @param after position of the event before the first
     * @throws IOException when one is not true, or does not follow on the one before
     */
    public static long last(InputStream in, long after) throws IOException {
        Lines lines = new Lines(in);
        EventLine event = new EventLine(new Hashing());
        long last = after;
        for (int length = lines.next(); length >= 0; length = lines.next()) {
            if (!event.read(lines.line(), length) || event.position() != last + 1) {
                throw new IOException("No event " + (last + 1) + " follows on " + last);
            }
            if (!event.gives(event.hash()) || event.isDisclosed() && !event.isDisclosedTruly()) {
                throw new IOException("Event " + (last + 1) + " is not what its hash was made of");
            }
            last++;
        }
        return last;
    }
}
