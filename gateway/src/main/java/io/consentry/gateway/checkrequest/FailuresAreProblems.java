package io.consentry.gateway.checkrequest;

import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns whatever fails on the router, outside of any REST resource, into a problem that says nothing of the inside. */
@ApplicationScoped
class FailuresAreProblems {

    private static final Logger LOG = Logger.getLogger(FailuresAreProblems.class);

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 2).failureHandler(FailuresAreProblems::answer);
    }

    private static void answer(RoutingContext context) {
        HttpProblem problem = explain(context.failure(), context.statusCode());
        if (problem.getStatusCode() >= 500) {
            LOG.error("A request failed on the router", context.failure());
        }
        FrontDoor.greet(context);
        Refusal.answer(context, problem);
    }

    private static HttpProblem explain(@Nullable Throwable failure, int status) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        }
        if (failure instanceof AuthenticationFailedException || failure instanceof UnauthorizedException) {
            return ProblemType.UNAUTHENTICATED.because("A valid bearer token is needed.");
        }
        if (failure instanceof ForbiddenException) {
            return ProblemType.FORBIDDEN.because("The roles of this token do not allow this call.");
        }
        // The router's own refusals carry a 4xx status and a failure; anything else that was thrown is our mistake.
        boolean refused = status >= 400 && (failure == null || status < 500);
        ProblemType type = ProblemType.forStatus(refused ? status : 500);
        return type.because("The request could not be answered.");
    }
}
