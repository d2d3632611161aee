package io.consentry.gateway.checkrequest;

import io.vertx.core.MultiMap;
import java.util.Map;

/**
 * The headers that every answer carries, whoever made it.
 *
 * <p>No {@code Access-Control-*} among them: pages of other origins may not read anything here.
 */
public final class SecurityHeaders {

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            // Nearly every answer holds patients' or practices' data, and none is worth caching.
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Strict-Transport-Security",
            "max-age=31536000",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'");

    private static final String SAME_FOR_PAGES = "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'" + SAME_FOR_PAGES;
    // The console's forms go back to it; nothing inline, nothing from elsewhere.
    private static final String CONSOLE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    // Swagger UI starts itself with an inline script and draws its icons from data URLs.
    private static final String SWAGGER_POLICY =
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; font-src 'self'" + SAME_FOR_PAGES;

    private SecurityHeaders() {}

    /** Whether this header is for the gateway to set, so that none of a service's answer may stand in its place. */
    public static boolean owns(String name) {
        return ON_EVERY_ANSWER.keySet().stream().anyMatch(name::equalsIgnoreCase)
                || startsWith(name, "Access-Control-")
                || startsWith(name, "RateLimit");
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    static void put(MultiMap headers, String path) {
        ON_EVERY_ANSWER.forEach(headers::set);
        if (path.startsWith("/q/swagger-ui")) {
            headers.set(POLICY, SWAGGER_POLICY);
        } else if (path.equals("/console") || path.startsWith("/console/")) {
            headers.set(POLICY, CONSOLE_POLICY);
        } else if (path.startsWith("/assets/")) {
            // Their resource says how long they may be kept; beside no-store that would mean nothing.
            headers.remove("Cache-Control");
        } else if (path.equals("/") || path.startsWith("/problems/")) {
            headers.set(POLICY, PAGE_POLICY);
        }
    }
}
