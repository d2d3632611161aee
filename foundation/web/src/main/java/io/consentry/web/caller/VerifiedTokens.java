package io.consentry.web.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What tokens proved when they were verified: the same bytes need no second look at once, and a caller sends the same
 * token with every request.
 *
 * <p>Until they end, but not for longer than the provider's keys are taken to be the same: a token whose key was
 * withdrawn must not live on because it was seen before.
 *
 * <p>Of one tenant each: what an identity provider signed for a person is never taken for a service's token.
 */
@Singleton
class VerifiedTokens {

    /** Some kilobytes each; those that nobody has used for longest are verified anew. */
    private static final int MANY = 5_000;

    private final Cache<Key, Verified> verified =
            Caffeine.newBuilder().maximumSize(MANY).build();
    private final Clock clock;
    private final Duration longest;

    VerifiedTokens(
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.token.forced-jwk-refresh-interval", defaultValue = "1M")
                    Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /** What the token was found to prove, if it was verified here a short while ago and has not ended. */
    @Nullable SecurityIdentity find(String tenant, String token) {
        Verified known = verified.getIfPresent(new Key(tenant, token));
        return known != null && clock.instant().getEpochSecond() < known.end ? known.identity : null;
    }

    /** Remembers what a token proved, for the tenant that verified it. */
    void add(String token, SecurityIdentity identity) {
        String tenant = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        if (tenant != null && identity.getPrincipal() instanceof JsonWebToken proven) {
            long end = Math.min(
                    proven.getExpirationTime(), clock.instant().plus(longest).getEpochSecond());
            verified.put(new Key(tenant, token), new Verified(ofNoRequest(identity, tenant), end));
        }
    }

    /** Without what the platform noted of the request in which it was verified. */
    private static SecurityIdentity ofNoRequest(SecurityIdentity identity, String tenant) {
        QuarkusSecurityIdentity.Builder lasting = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, tenant);
        CurrentCaller.of(identity).ifPresent(caller -> lasting.addAttribute(CurrentCaller.CALLER, caller));
        return lasting.build();
    }

    private record Key(String tenant, String token) {}

    private record Verified(SecurityIdentity identity, long end) {}
}
