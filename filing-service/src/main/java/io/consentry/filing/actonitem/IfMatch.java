package io.consentry.filing.actonitem;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a person acts on: the entity tag that the item was read with. */
public final class IfMatch {

    /** No item ever has it. */
    private static final long NEVER = -1;

    private static final Pattern TAG = Pattern.compile("\"([^\"]{0,64})\"");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private IfMatch() {}

    /**
     * Reads the header {@code If-Match}.
     *
     * @return the version, or one that no item has where the tag is well formed but none of ours
     */
    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ProblemType.VERSION_REQUIRED.because("If-Match must carry the ETag that the item was read with.");
        }
        Matcher tag = TAG.matcher(header.trim());
        if (!tag.matches()) {
            throw ProblemType.BAD_REQUEST.because("If-Match must carry one entity tag in double quotes.");
        }
        String version = tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NEVER;
    }
}
