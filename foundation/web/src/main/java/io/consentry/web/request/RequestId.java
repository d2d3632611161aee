package io.consentry.web.request;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of one request, {@code X-Request-ID}: echoed, logged, and kept with every event the request causes. */
public final class RequestId {

    public static final String HEADER = "X-Request-ID";

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private RequestId() {}

    /** The caller's id where it is well formed, else a new one. */
    public static String orNew(@Nullable String offered) {
        return offered != null && FORMAT.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }
}
