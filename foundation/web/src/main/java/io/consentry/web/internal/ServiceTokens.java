package io.consentry.web.internal;

import io.consentry.web.caller.Role;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived tokens with which this service calls the internal paths of another.
 *
 * <p>They have an audience of their own, so that a person's token opens no internal path and a service's token opens no
 * public one.
 */
@Singleton
public class ServiceTokens {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);

    private final ServiceIdentity identity;
    private final Clock clock;
    private volatile @Nullable Issued current;

    ServiceTokens(ServiceIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** A token that is good for at least another minute. */
    public String bearer() {
        Issued issued = current;
        Instant now = clock.instant();
        if (issued == null || now.isAfter(issued.until().minus(RENEW_BEFORE_END))) {
            issued = issue(now);
            current = issued;
        }
        return issued.token();
    }

    private Issued issue(Instant now) {
        Instant until = now.plus(LIFE);
        String token = Jwt.issuer(identity.issuer())
                .audience(identity.audience())
                .subject(identity.name())
                .groups(Set.of(Role.SERVICE))
                .issuedAt(now)
                .expiresAt(until)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(signingKey());
        return new Issued(token, until);
    }

    private PrivateKey signingKey() {
        try {
            return KeyUtils.decodePrivateKey(identity.signingKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("consentry.service.signing-key is no PKCS#8 RSA key", e);
        }
    }

    private record Issued(String token, Instant until) {}
}
