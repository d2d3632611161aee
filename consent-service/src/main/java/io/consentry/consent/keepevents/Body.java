package io.consentry.consent.keepevents;

import io.consentry.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The body of a request, which may be missing: JSON can also say {@code null}. */
public final class Body {

    private Body() {}

    /** The body, or a refusal with 400. */
    public static <T> T required(@Nullable T asked) {
        if (asked == null) {
            throw ProblemType.BAD_REQUEST.because("The request has no body.");
        }
        return asked;
    }
}
