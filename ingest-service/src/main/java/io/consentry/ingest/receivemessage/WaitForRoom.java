package io.consentry.ingest.receivemessage;

import io.consentry.ingest.receivemessage.Admission.Permit;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a request waiting, unread, until there is room for its body, and refuses it when that takes too long. What
 * announces no length is counted as the largest that is taken.
 */
@Singleton
class WaitForRoom {

    /** After authentication and authorisation, which run at 200 and 100. */
    private static final int LAST = 10;

    private final Admission admission;
    private final ReceivingConfig config;

    WaitForRoom(Admission admission, ReceivingConfig config) {
        this.admission = admission;
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, LAST);
    }

    private void admit(RoutingContext http) {
        if (!bringsAMessage(http.request())) {
            http.next();
            return;
        }
        Permit permit = admission.request(bytes(http.request())).orElse(null);
        if (permit == null) {
            refuse(http);
            return;
        }
        http.addEndHandler(ended -> permit.close());
        if (permit.granted().toCompletableFuture().isDone()) {
            http.next();
        } else {
            goOnWhenGranted(http, permit);
        }
    }

    private void goOnWhenGranted(RoutingContext http, Permit permit) {
        // Whoever makes room does it elsewhere; the request goes on where it came in.
        Context here = http.vertx().getOrCreateContext();
        AtomicBoolean settled = new AtomicBoolean();
        long timer = http.vertx().setTimer(config.waitAtMost().toMillis(), tooLong -> {
            if (settled.compareAndSet(false, true)) {
                refuse(http);
            }
        });
        permit.granted()
                .thenRun(() -> here.runOnContext(granted -> {
                    if (settled.compareAndSet(false, true)) {
                        http.vertx().cancelTimer(timer);
                        http.next();
                    }
                }));
    }

    private static boolean bringsAMessage(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.path().endsWith("/update-records");
    }

    private long bytes(HttpServerRequest request) {
        long largest = config.maxSize().asLongValue();
        return Math.min(announced(request.getHeader(HttpHeaders.CONTENT_LENGTH), largest), largest);
    }

    private static long announced(@Nullable String length, long otherwise) {
        try {
            return length == null ? otherwise : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static void refuse(RoutingContext http) {
        // The body was not read, so the connection cannot carry another request.
        http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Refusal.answer(
                http,
                ProblemType.UNAVAILABLE.because("Too many messages arrived at once. Nothing of this one was read."));
    }
}
