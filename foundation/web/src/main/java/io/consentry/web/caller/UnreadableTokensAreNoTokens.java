package io.consentry.web.caller;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Refuses what is so badly formed that reading it fails like any other token that does not hold.
 *
 * <p>Two dots and nothing else, for example, make the library throw where it expects three parts: a caller's mistake
 * would be answered as a fault of the service.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class UnreadableTokensAreNoTokens implements HttpAuthenticationMechanism {

    private final OidcAuthenticationMechanism tokens;

    UnreadableTokensAreNoTokens(OidcAuthenticationMechanism tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return Uni.createFrom()
                .deferred(() -> tokens.authenticate(context, providers))
                .onFailure(UnreadableTokensAreNoTokens::isAboutTheToken)
                .transform(AuthenticationFailedException::new);
    }

    /** An identity provider that cannot be reached is nothing the caller has done. */
    private static boolean isAboutTheToken(Throwable failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof SecurityException)
                && !(failure instanceof OIDCException);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return tokens.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return tokens.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return tokens.getCredentialTransport(context);
    }
}
