package io.consentry.web.version;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a caller acts on: the entity tag in the header {@code If-Match} (RFC 9110, 13.1.1). */
public final class IfMatch {

    /** No versioned thing ever has it: what a well-formed tag that is none of ours stands for. */
    private static final long NEVER = -1;

    private static final Pattern TAG = Pattern.compile("\"([^\"]{0,64})\"");
    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private IfMatch() {}

    /**
     * Reads the header where a command must carry it.
     *
     * @return the version, or one that nothing has where the tag is well formed but none of ours
     */
    public static long required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw ProblemType.VERSION_REQUIRED.because("If-Match must carry the ETag that was read.");
        }
        return versionIn(header.trim());
    }

    /** The same where a command may do without: nothing where there is no header, or where it allows any version. */
    public static @Nullable Long optional(@Nullable String header) {
        return header == null || header.trim().equals("*") ? null : Long.valueOf(versionIn(header.trim()));
    }

    private static long versionIn(String header) {
        Matcher tag = TAG.matcher(header);
        if (!tag.matches()) {
            throw ProblemType.BAD_REQUEST.because("If-Match must carry one ETag in double quotes, as it was given.");
        }
        String version = tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NEVER;
    }
}
