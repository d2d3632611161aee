package io.consentry.gateway.console.signin;

import io.consentry.gateway.console.refuse.PageRefused;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Production's session: the platform's authorization code flow with the identity provider (tenant {@code console} of
 * {@code quarkus-oidc}), which keeps the tokens sealed in a cookie of its own and renews them.
 */
@Singleton
class ProviderSession {

    private final HttpAuthenticator authenticator;
    private final TokenReader reader;

    ProviderSession(HttpAuthenticator authenticator, TokenReader reader) {
        this.authenticator = authenticator;
        this.reader = reader;
    }

    /** What {@code then} makes of the session, or the way to the provider's sign-in. */
    Uni<@Nullable Response> of(RoutingContext context, Function<Session, @Nullable Response> then) {
        // The answer is ours to write, also where the platform would end it with an empty body.
        BiConsumer<RoutingContext, Throwable> leaveToUs = (request, failure) -> {};
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leaveToUs);
        return QuarkusHttpUser.getSecurityIdentity(context, null)
                .onItem()
                .transformToUni(identity -> identity == null || identity.isAnonymous()
                        ? authenticator.getChallenge(context).map(ProviderSession::toProvider)
                        : Uni.createFrom().item(() -> then.apply(session(identity))))
                .onFailure(AuthenticationRedirectException.class)
                .recoverWithItem(redirect -> to(((AuthenticationRedirectException) redirect).getRedirectUri()));
    }

    private Session session(SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        return (credential == null ? Optional.<Session>empty() : reader.read(credential.getToken()))
                .orElseThrow(() -> new PageRefused(
                        403,
                        "forbidden",
                        "The identity provider gave no token that says who you are and for which organisation."));
    }

    private static Response toProvider(@Nullable ChallengeData challenge) {
        if (challenge == null || challenge.status != 302) {
            throw new PageRefused(403, "forbidden", "There is no way to sign in here.");
        }
        return to(String.valueOf(challenge.headerContent));
    }

    private static Response to(String address) {
        return Response.status(302).location(URI.create(address)).build();
    }
}
