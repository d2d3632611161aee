package io.consentry.gateway.admitcaller;

import io.consentry.gateway.checkrequest.FrontDoor;
import io.consentry.gateway.passon.PassOn;
import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.permit.FoundCall;
import io.consentry.gateway.refuse.Refusal;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Verifies the token of a listed call, asks the matrix, and passes the call on or refuses it. */
@ApplicationScoped
class AdmitCaller {

    private final PassOn passOn;

    AdmitCaller(PassOn passOn) {
        this.passOn = passOn;
    }

    void install(@Observes Router router) {
        // After the handlers that make a token's identity available (-200) and before anything that answers.
        router.route().order(-10).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        FoundCall.Listed found = FrontDoor.callOf(context);
        if (found.call().isOpenToAnyone()) {
            proceed(context, found);
            return;
        }
        // The body waits until it is clear that somebody will read it.
        context.request().pause();
        Context eventLoop = context.vertx().getOrCreateContext();
        // A failed authentication would otherwise end the response with an empty body.
        BiConsumer<RoutingContext, Throwable> leaveToUs = (request, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leaveToUs);
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> on(eventLoop, () -> decide(context, found, identity)),
                        failure -> on(eventLoop, () -> Refusal.answer(context, unauthenticated())));
    }

    private void decide(RoutingContext context, FoundCall.Listed found, @Nullable SecurityIdentity identity) {
        Optional<Caller> caller = identity == null ? Optional.empty() : CurrentCaller.of(identity);
        Optional<HttpProblem> refusal =
                caller.map(known -> judge(found, known)).orElseGet(() -> Optional.of(unauthenticated()));
        if (refusal.isPresent()) {
            Refusal.answer(context, refusal.get());
        } else {
            proceed(context, found);
        }
    }

    private void proceed(RoutingContext context, FoundCall.Listed found) {
        if (found.call().destination() == Destination.GATEWAY) {
            context.next();
        } else {
            passOn.pass(context, found.call().destination());
        }
    }

    private static Optional<HttpProblem> judge(FoundCall.Listed found, Caller caller) {
        String organisation = found.organisation();
        return switch (found.call().judge(caller, organisation)) {
            case WRONG_ROLE ->
                Optional.of(ProblemType.FORBIDDEN.because("The roles of this token do not allow this call."));
            case OTHER_ORGANISATION -> Optional.of(ProblemType.NOT_FOUND.because("There is no such thing here."));
            case ALLOWED ->
                organisation.isEmpty() || OdsCode.isValid(organisation)
                        ? Optional.empty()
                        : Optional.of(ProblemType.INVALID_ODS_CODE.because(
                                "An ODS code is 3 to 12 upper-case letters and digits."));
        };
    }

    private static HttpProblem unauthenticated() {
        return ProblemType.UNAUTHENTICATED.because("A valid bearer token is needed.");
    }

    /** Fetching an identity provider's keys may end on another thread; the request stays on its own. */
    private static void on(Context eventLoop, Runnable step) {
        if (Vertx.currentContext() == eventLoop) {
            step.run();
        } else {
            eventLoop.runOnContext(ignored -> step.run());
        }
    }
}
