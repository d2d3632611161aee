package io.consentry.gateway.checkrequest;

import io.consentry.gateway.permit.CallFinder;
import io.consentry.gateway.permit.FoundCall;
import io.consentry.gateway.permit.PermissionMatrix;
import io.consentry.web.problem.ProblemType;
import io.consentry.web.problem.Refusal;
import io.consentry.web.request.RequestId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * The first to see a request: names it, refuses what is malformed, and finds the listed call that it is.
 *
 * <p>Runs before authentication, so that nothing unlisted costs the verification of a token.
 */
@ApplicationScoped
public class FrontDoor {

    private static final String CALL = FrontDoor.class.getName() + ".call";
    private static final String REQUEST_ID = FrontDoor.class.getName() + ".requestId";

    private static final List<RequestRule> RULES = List.of(
            new RequestsAreSmall(), new FramingIsUnambiguous(), new PathsHaveOneMeaning(), new QueriesSayWhatTheyAsk());

    private final CallFinder calls = new CallFinder(PermissionMatrix.CALLS);

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 3).handler(this::receive);
    }

    /** The call that a request was found to be. */
    public static FoundCall.Listed callOf(RoutingContext context) {
        return context.get(CALL);
    }

    /** The id that a request goes by. */
    public static String requestIdOf(RoutingContext context) {
        return context.get(REQUEST_ID);
    }

    /** Names the request and sets what every answer carries; again where the server routes it anew and forgets. */
    static void greet(RoutingContext context) {
        String known = context.get(REQUEST_ID);
        String id = known != null ? known : RequestId.orNew(context.request().getHeader(RequestId.HEADER));
        context.put(REQUEST_ID, id);
        context.request().headers().set(RequestId.HEADER, id);
        String path = context.request().path();
        SecurityHeaders.put(context.response().headers(), path == null ? "" : path);
        // Set last, because a REST resource of the gateway's own adds it once more.
        context.addHeadersEndHandler(head -> context.response().headers().set(RequestId.HEADER, id));
    }

    private void receive(RoutingContext context) {
        greet(context);
        context.addEndHandler(done -> UnreadBody.closeAfterAnswer(context));
        Optional<HttpProblem> broken = RULES.stream()
                .flatMap(rule -> rule.brokenBy(context.request()).stream())
                .findFirst();
        if (broken.isPresent()) {
            Refusal.answer(context, broken.get());
            context.request().connection().close();
            return;
        }
        FoundCall found =
                calls.find(context.request().method().name(), context.request().path());
        if (found instanceof FoundCall.Listed listed) {
            context.put(CALL, listed);
            context.next();
        } else if (found instanceof FoundCall.OtherMethods other) {
            Refusal.answer(
                    context,
                    ProblemType.METHOD_NOT_ALLOWED
                            .with("This address does not take this method.")
                            .withHeader("Allow", String.join(", ", other.methods()))
                            .build());
        } else {
            Refusal.answer(context, ProblemType.NOT_FOUND.because("No such address is known here."));
        }
    }
}
