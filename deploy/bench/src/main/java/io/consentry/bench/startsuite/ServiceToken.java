package io.consentry.bench.startsuite;

import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** The token that a service of the suite shows to another. */
final class ServiceToken {

    private static final Duration LIFE = Duration.ofHours(1);

    private ServiceToken() {}

    static String of(String service, PrivateKey key, Clock clock) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("consentry-services");
        claims.setAudience("consentry-internal");
        claims.setSubject(service);
        claims.setStringListClaim("groups", "service");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The sandbox's key does not sign", e);
        }
    }
}
