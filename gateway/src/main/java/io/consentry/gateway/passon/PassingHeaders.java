package io.consentry.gateway.passon;

import io.consentry.gateway.checkrequest.SecurityHeaders;
import io.consentry.web.request.RequestId;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the gateway.
 *
 * <p>Towards a service: those that a call of the API may need, by name, and nothing else. A list of forged headers to
 * remove ({@code X-Forwarded-*}, method overrides, whatever claims an identity) would never be complete. Towards the
 * caller: all but those of one connection and those that are the gateway's to set.
 */
final class PassingHeaders {

    private static final Set<String> TO_A_SERVICE = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "content-encoding",
            "content-length",
            "content-type",
            "if-match",
            "if-none-match",
            "last-event-id",
            "prefer",
            "traceparent",
            "tracestate",
            "user-agent",
            RequestId.HEADER.toLowerCase(Locale.ROOT));

    private static final Set<String> NOT_TO_THE_CALLER = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "server",
            "set-cookie",
            "te",
            "trailer",
            "upgrade",
            "via",
            "x-powered-by",
            RequestId.HEADER.toLowerCase(Locale.ROOT));

    private PassingHeaders() {}

    static void keepForService(MultiMap headers) {
        for (String name : List.copyOf(headers.names())) {
            if (!TO_A_SERVICE.contains(name.toLowerCase(Locale.ROOT))) {
                headers.remove(name);
            }
        }
    }

    static void keepForCaller(MultiMap headers) {
        for (String name : List.copyOf(headers.names())) {
            if (NOT_TO_THE_CALLER.contains(name.toLowerCase(Locale.ROOT)) || SecurityHeaders.owns(name)) {
                headers.remove(name);
            }
        }
    }
}
