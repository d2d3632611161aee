package io.consentry.gateway.checkrequest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What is left of a request that was answered before its end. */
final class UnreadBody {

    /** Time for the rest to arrive and for the caller to read its answer, before the connection is closed. */
    private static final long LINGER_MILLIS = 1000;

    private UnreadBody() {}

    /** Reads a short rest away, so that the connection can be used again; a long one costs the connection. */
    static void closeAfterAnswer(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.resume();
        context.vertx().setTimer(LINGER_MILLIS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
