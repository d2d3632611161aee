package io.consentry.consent.decide;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a caller saw, from the header {@code If-Match} (RFC 9110, 13.1.1). */
final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /** The version in the header; nothing where there is no header, or where it allows any version. */
    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.trim().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(header.trim());
        if (!version.matches()) {
            throw ProblemType.BAD_REQUEST.because("If-Match must hold one ETag as it was given, or *.");
        }
        return Long.valueOf(version.group(1));
    }
}
