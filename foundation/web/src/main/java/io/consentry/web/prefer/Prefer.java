package io.consentry.web.prefer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller prefers: the header {@code Prefer} (RFC 7240). */
public final class Prefer {

    /** Tells a caller which of their preferences was heeded (RFC 7240, 3). */
    public static final String APPLIED = "Preference-Applied";

    /** The preference for an answer without what was acted on (RFC 7240, 4.2). */
    public static final String MINIMAL = "return=minimal";

    private static final Pattern RETURN =
            Pattern.compile("(?:^|,)\\s*return\\s*=\\s*(\"?)(\\w*)\\1\\s*(?=[;,]|$)", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /**
     * Whether the caller prefers an answer without a representation. A preference that is none, or that is said again, is
     * ignored, as the RFC wants it.
     *
     * @param headers every line of the header, none where there is none
     */
    public static boolean minimal(List<String> headers) {
        if (headers.isEmpty()) {
            return false;
        }
        // As nearly everybody says it.
        if (headers.size() == 1 && headers.get(0).equals(MINIMAL)) {
            return true;
        }
        Matcher first = RETURN.matcher(String.join(",", headers));
        return first.find() && first.group(2).toLowerCase(Locale.ROOT).equals("minimal");
    }
}
