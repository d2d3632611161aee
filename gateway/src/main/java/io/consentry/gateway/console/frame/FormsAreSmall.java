package io.consentry.gateway.console.frame;

import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes no form whose size is not said, or is larger than any page's could be: forms are read before they are judged. */
@ApplicationScoped
class FormsAreSmall {

    /** Room for one message as a file, at the largest that the suite takes, and a form around it. */
    private static final long LARGEST = 2 * 1024 * 1024;

    void install(@Observes Router router) {
        router.route("/console/*").method(HttpMethod.POST).order(-9).handler(FormsAreSmall::check);
    }

    private static void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) > LARGEST) {
            Refusal.answer(
                    context,
                    ProblemType.MESSAGE_TOO_LARGE.because("A form says how large it is, and is at most 2 MB."));
        } else {
            context.next();
        }
    }
}
