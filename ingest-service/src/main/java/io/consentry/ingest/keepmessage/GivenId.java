package io.consentry.ingest.keepmessage;

import io.consentry.web.problem.ProblemType;
import java.util.UUID;

/** An id as a caller gives it back. */
public final class GivenId {

    private GivenId() {}

    /** The id; fails with a problem of this type where the text is none. */
    public static UUID read(String text, ProblemType otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw otherwise.because("This is not an id that was given here.");
        }
    }
}
