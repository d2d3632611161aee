package io.consentry.web.caller;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    private static final String BEARER = "Bearer ";
    private static final String INTERNAL = "internal";

    private final OidcAuthenticationMechanism tokens;
    private final VerifiedTokens verified;

    UnreadableTokensAreNoTokens(OidcAuthenticationMechanism tokens, VerifiedTokens verified) {
        this.tokens = tokens;
        this.verified = verified;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        String token = bearerToken(context);
        SecurityIdentity known = token == null ? null : verified.find(tenant(context), token);
        return known != null ? Uni.createFrom().item(known) : verify(context, providers, token);
    }

    private Uni<SecurityIdentity> verify(
            RoutingContext context, IdentityProviderManager providers, @Nullable String token) {
        return Uni.createFrom()
                .deferred(() -> tokens.authenticate(context, providers))
                .invoke(identity -> {
                    if (identity != null && token != null) {
                        verified.add(token, identity);
                    }
                })
                .onFailure(UnreadableTokensAreNoTokens::isAboutTheToken)
                .transform(AuthenticationFailedException::new);
    }

    /** The token of a call; null on the console's pages, whose sessions the platform keeps, and where there is no one. */
    private static @Nullable String bearerToken(RoutingContext context) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return headers.size() == 1
                        && headers.get(0).startsWith(BEARER)
                        && !context.normalizedPath().startsWith("/console")
                ? headers.get(0).substring(BEARER.length())
                : null;
    }

    /** As the tenants' paths say: one for the services' own calls, one for all others. */
    private static String tenant(RoutingContext context) {
        return context.normalizedPath().startsWith("/internal/") ? INTERNAL : OidcUtils.DEFAULT_TENANT_ID;
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
