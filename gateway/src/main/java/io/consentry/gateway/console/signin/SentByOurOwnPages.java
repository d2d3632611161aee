package io.consentry.gateway.console.signin;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/**
 * A form is sent by a page of this site: browsers say in {@code Sec-Fetch-Site} or {@code Origin} where it was, and no
 * page can make them lie. What says neither is no browser, and holds no cookie that somebody else could ride on.
 */
final class SentByOurOwnPages {

    private SentByOurOwnPages() {}

    static boolean holdsFor(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(String.valueOf(request.authority()));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
