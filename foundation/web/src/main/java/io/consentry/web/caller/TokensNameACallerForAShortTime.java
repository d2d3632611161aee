package io.consentry.web.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    TokensNameACallerForAShortTime(
            Clock clock,
            @ConfigProperty(name = "consentry.identity.longest-token-life", defaultValue = "24h")
                    Duration longestLife) {
        this.clock = clock;
        this.longestLife = longestLife;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && !isAcceptable(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(identity);
    }

    private boolean isAcceptable(JsonWebToken token) {
        String subject = token.getSubject();
        return subject != null
                && !subject.isBlank()
                && isTextOrAbsent(token.getClaim("name"))
                && isTextOrAbsent(token.getClaim("ods"))
                && livesShortly(token);
    }

    private boolean livesShortly(JsonWebToken token) {
        Instant now = clock.instant();
        Instant ends = Instant.ofEpochSecond(token.getExpirationTime());
        // 0 where the token does not say; then only what is left of its life is known.
        long issuedAt = token.getIssuedAtTime();
        Instant begins = issuedAt == 0 ? now : Instant.ofEpochSecond(issuedAt);
        return token.getExpirationTime() > 0
                && !begins.isAfter(now.plus(SKEW))
                && !ends.isAfter(now.plus(longestLife).plus(SKEW))
                && !ends.isAfter(begins.plus(longestLife));
    }

    private static boolean isTextOrAbsent(@Nullable Object claim) {
        return claim == null || claim instanceof String;
    }
}
