package io.consentry.gateway.admitcaller;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Asks the platform who calls, without letting it answer the request by itself. */
final class VerifiedIdentity {

    private VerifiedIdentity() {}

    /**
     * A failed authentication would otherwise end the response with an empty body; and where the platform is to answer, it
     * looks for the path's template in each request beforehand.
     */
    static void failuresAreOurs(RoutingContext context) {
        BiConsumer<RoutingContext, Throwable> leaveToUs = (request, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leaveToUs);
    }

    /**
     * Gives the identity that a valid token proves, or null where there is none, on the request's own thread.
     *
     * @param cannotBeKnown what to do while the identity provider's keys were never had and cannot be fetched: it is
     *     not the caller's doing
     */
    static void of(RoutingContext context, Consumer<@Nullable SecurityIdentity> then, Runnable cannotBeKnown) {
        Context eventLoop = context.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(context, null)
                .subscribe()
                .with(
                        identity -> on(eventLoop, () -> then.accept(identity)),
                        failure -> on(eventLoop, () -> {
                            if (failure instanceof OIDCException) {
                                cannotBeKnown.run();
                            } else {
                                then.accept(null);
                            }
                        }));
    }

    /** When the token ends: what it opened ends with it. */
    static @Nullable Instant endOf(@Nullable SecurityIdentity identity) {
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : null;
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
