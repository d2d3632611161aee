package io.consentry.gateway.admitcaller;

import io.consentry.gateway.checkrequest.FrontDoor;
import io.consentry.gateway.limitcallers.LimitCallers;
import io.consentry.gateway.logdecisions.DecisionLog;
import io.consentry.gateway.logdecisions.Outcome;
import io.consentry.gateway.passon.Bearer;
import io.consentry.gateway.passon.PassOn;
import io.consentry.gateway.permit.Destination;
import io.consentry.gateway.permit.FoundCall;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies the token of a listed call, asks the matrix and the limits, and passes the call on or refuses it. */
@ApplicationScoped
class AdmitCaller {

    private final LimitCallers limits;
    private final DecisionLog log;
    private final PassOn passOn;

    AdmitCaller(LimitCallers limits, DecisionLog log, PassOn passOn) {
        this.limits = limits;
        this.log = log;
        this.passOn = passOn;
    }

    void install(@Observes Router router) {
        // Between the handlers that make a token's identity available (-200) and what they would do without one (-199).
        router.route().order(-199).handler(AdmitCaller::answerFailuresHere);
        // Before anything that answers.
        router.route().order(-10).handler(this::admit);
    }

    private static void answerFailuresHere(RoutingContext context) {
        if (!FrontDoor.callOf(context).call().isOpenToAnyone()) {
            VerifiedIdentity.failuresAreOurs(context);
        }
        context.next();
    }

    private void admit(RoutingContext context) {
        FoundCall.Listed found = FrontDoor.callOf(context);
        if (found.call().isOpenToAnyone()) {
            admitAnyone(context, found);
            return;
        }
        // The body waits until it is clear that somebody will read it.
        context.request().pause();
        VerifiedIdentity.of(
                context,
                identity -> decide(context, found, identity),
                () -> Refusal.answer(context, ProblemType.UNAVAILABLE.because("Tokens cannot be verified now.")));
    }

    /** What is open to all is counted by the address that asks, where a service has to answer it. */
    private void admitAnyone(RoutingContext context, FoundCall.Listed found) {
        if (found.call().destination() == Destination.GATEWAY) {
            context.next();
            return;
        }
        context.request().pause();
        limits.countWithoutToken(addressOf(context), found.call())
                .ifPresentOrElse(
                        problem -> Refusal.answer(context, problem), () -> passOn.pass(context, found.call(), null));
    }

    private void decide(RoutingContext context, FoundCall.Listed found, @Nullable SecurityIdentity identity) {
        Caller caller = identity == null ? null : CurrentCaller.of(identity).orElse(null);
        Decision decision = judge(context, found, caller);
        log.write(found.call(), caller, found.organisation(), decision.outcome(), FrontDoor.requestIdOf(context));
        if (decision.refusal().isPresent()) {
            Refusal.answer(context, decision.refusal().get());
        } else if (found.call().destination() == Destination.GATEWAY) {
            context.next();
        } else {
            passOn.pass(
                    context,
                    found.call(),
                    caller == null ? null : new Bearer(caller.ods(), VerifiedIdentity.endOf(identity)));
        }
    }

    private Decision judge(RoutingContext context, FoundCall.Listed found, @Nullable Caller caller) {
        String organisation = found.organisation();
        if (caller == null) {
            return limits.countWithoutToken(addressOf(context), found.call())
                    .map(problem -> Decision.refuse(Outcome.OVER_LIMIT, problem))
                    .orElseGet(() -> Decision.refuse(
                            context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                                    ? Outcome.TOKEN_REFUSED
                                    : Outcome.UNAUTHENTICATED,
                            ProblemType.UNAUTHENTICATED.because("A valid bearer token is needed.")));
        }
        return switch (found.call().judge(caller, organisation)) {
            case WRONG_ROLE ->
                Decision.refuse(
                        Outcome.WRONG_ROLE,
                        ProblemType.FORBIDDEN.because("The roles of this token do not allow this call."));
            case OTHER_ORGANISATION ->
                Decision.refuse(
                        Outcome.OTHER_ORGANISATION, ProblemType.NOT_FOUND.because("There is no such thing here."));
            case ALLOWED ->
                organisation.isEmpty() || OdsCode.isValid(organisation)
                        ? withinLimits(context, found, caller)
                        : Decision.refuse(
                                Outcome.MALFORMED,
                                ProblemType.INVALID_ODS_CODE.because(
                                        "An ODS code is 3 to 12 upper-case letters and digits."));
        };
    }

    private static String addressOf(RoutingContext context) {
        SocketAddress address = context.request().remoteAddress();
        return address == null ? "nowhere" : String.valueOf(address.hostAddress());
    }

    private Decision withinLimits(RoutingContext context, FoundCall.Listed found, Caller caller) {
        return limits.count(caller.ods(), found.call(), context.response().headers())
                .map(problem -> Decision.refuse(Outcome.OVER_LIMIT, problem))
                .orElse(Decision.ALLOW);
    }

    private record Decision(Outcome outcome, Optional<HttpProblem> refusal) {

        static final Decision ALLOW = new Decision(Outcome.ALLOWED, Optional.empty());

        static Decision refuse(Outcome outcome, HttpProblem problem) {
            return new Decision(outcome, Optional.of(problem));
        }
    }
}
