package io.consentry.web.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token must be beyond well signed: it says who calls, in the types that are expected, and does not live long.
 *
 * <p>A stolen token is good for as long as it lives, so one that was issued for years is refused whoever signed it.
 */
@ApplicationScoped
class TokensNameACallerForAShortTime implements SecurityIdentityAugmentor {

    /** How far the clocks of two machines may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration longestLife;
    private final String organisationClaim;

    TokensNameACallerForAShortTime(
            Clock clock,
            @ConfigProperty(name = "consentry.identity.longest-token-life", defaultValue = "24h") Duration longestLife,
            @ConfigProperty(name = "consentry.identity.organisation-claim", defaultValue = "ods")
                    String organisationClaim) {
        this.clock = clock;
        this.longestLife = longestLife;
        this.organisationClaim = organisationClaim;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return isAcceptable(token)
                ? Uni.createFrom().item(withOrganisation(identity, token))
                : Uni.createFrom().failure(new AuthenticationFailedException());
    }

    private SecurityIdentity withOrganisation(SecurityIdentity identity, JsonWebToken token) {
        String organisation = token.getClaim(organisationClaim);
        return organisation == null
                ? identity
                : QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(CurrentCaller.ORGANISATION, organisation)
                        .build();
    }

    private boolean isAcceptable(JsonWebToken token) {
        String subject = token.getSubject();
        return subject != null
                && !subject.isBlank()
                && isTextOrAbsent(token.getClaim("name"))
                && isTextOrAbsent(token.getClaim(organisationClaim))
                && livesShortly(token);
    }

    /** Counted in seconds, as the claims are: one may be beyond every date there is. */
    private boolean livesShortly(JsonWebToken token) {
        long now = clock.instant().getEpochSecond();
        long ends = token.getExpirationTime();
        // 0 where the token does not say; then only what is left of its life is known.
        long begins = token.getIssuedAtTime() == 0 ? now : token.getIssuedAtTime();
        long latest = Math.min(now + SKEW.toSeconds(), begins) + longestLife.toSeconds();
        return ends > 0 && begins >= 0 && begins <= now + SKEW.toSeconds() && ends <= latest;
    }

    private static boolean isTextOrAbsent(@Nullable Object claim) {
        return claim == null || claim instanceof String;
    }
}
