package io.consentry.web.stop;

import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets requests that have begun come to their end before the service stops, ends those that have none, and refuses new
 * ones.
 *
 * <p>In the place of {@code quarkus.shutdown.timeout}, which in Quarkus 3.30 always waits for its whole time where JSON
 * is in use, because one of its own listeners never reports that it is done.
 */
@Singleton
class FinishRequests {

    /** A request takes milliseconds; what needs longer than this is better asked again of another replica. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    /** After those who wake waiting requests, so that they end by themselves. */
    private static final int LATE = 5000;

    private final Set<RoutingContext> begun = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        if (stopping) {
            refuse(context);
            return;
        }
        begun.add(context);
        context.addEndHandler(end -> begun.remove(context));
        context.next();
    }

    private static void refuse(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        Refusal.answer(context, ProblemType.UNAVAILABLE.because("The service is stopping."));
    }

    void finish(@Observes @Priority(LATE) ShutdownDelayInitiatedEvent stop) throws InterruptedException {
        stopping = true;
        begun.stream()
                .filter(FinishRequests::isEndless)
                .forEach(context -> context.request().connection().close());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!begun.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static boolean isEndless(RoutingContext context) {
        String type = context.response().headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }
}
