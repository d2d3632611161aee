package io.consentry.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Tokens as the identity provider would issue them, and the ways in which one can be wrong. */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private TestTokens() {}

    /** A token of a person or system with this role at this organisation. */
    public static String of(String role, String ods) {
        return of(role, ods, role + "-of-" + ods);
    }

    /** A token of a named subject. */
    public static String of(String role, String ods, String subject) {
        return sign(claims(role, ods, subject, Instant.now()), TestKeys.IDENTITY);
    }

    /** A token that ends soon. */
    public static String endingIn(String role, String ods, Duration left) {
        return sign(
                claims(role, ods, "hurried", Instant.now())
                        .expiresAt(Instant.now().plus(left)),
                TestKeys.IDENTITY);
    }

    /** A token that ended a minute ago. */
    public static String expired(String role, String ods) {
        return sign(claims(role, ods, "late", Instant.now().minus(LIFE).minusSeconds(60)), TestKeys.IDENTITY);
    }

    /** A token signed by a key that nobody trusts. */
    public static String forged(String role, String ods) {
        return sign(claims(role, ods, "forger", Instant.now()), TestKeys.STRANGER);
    }

    /** A token of another service of the suite, good on {@code /internal}. */
    public static String ofService(String name) {
        return sign(
                Jwt.issuer("consentry-services")
                        .audience("consentry-internal")
                        .subject(name)
                        .groups(Set.of("service"))
                        .expiresAt(Instant.now().plus(LIFE)),
                TestKeys.SERVICE);
    }

    private static JwtClaimsBuilder claims(String role, String ods, String subject, Instant issued) {
        return Jwt.issuer("consentry-local")
                .audience("consentry")
                .subject(subject)
                .claim("name", "Name of " + subject)
                .claim("ods", ods)
                .groups(Set.of(role))
                .issuedAt(issued)
                .expiresAt(issued.plus(LIFE));
    }

    private static String sign(JwtClaimsBuilder claims, KeyPair key) {
        return claims.jws().sign(key.getPrivate());
    }
}
