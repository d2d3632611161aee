package io.consentry.local.issuetoken;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.Home;
import java.io.IOException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signs tokens that the services trust when they run with the profile {@code local}, and never otherwise.
 *
 * <p>The claims are those that an identity provider gives in production: {@code sub}, {@code name}, {@code groups} with
 * one role, and {@code ods}, the one organisation the token acts for.
 */
public final class LocalTokens {

    /** The roles a token may carry. */
    public static final List<String> ROLES =
            List.of("pharmacy", "practice", "data-controller", "auditor", "operator", "programme");

    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,12}");
    private static final Duration LIFE = Duration.ofHours(8);

    private final PrivateKey key;
    private final Clock clock;

    LocalTokens(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Tokens that the suite of this home accepts. */
    public static LocalTokens of(Home home, Clock clock) throws IOException {
        return new LocalTokens(LocalSecrets.identity(home).getPrivate(), clock);
    }

    /** A token, good for eight hours, of the person or system that stands for this role at this organisation. */
    public String of(String role, String ods) {
        return of(role, ods, role + "-at-" + ods, role + " at " + ods);
    }

    /**
     * A token of a named subject.
     *
     * @throws IllegalArgumentException when the role is none of {@link #ROLES} or the code is no ODS code
     */
    public String of(String role, String ods, String subject, String name) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("No such role: " + role + ". Roles: " + String.join(", ", ROLES));
        }
        if (!ODS_CODE.matcher(ods).matches()) {
            throw new IllegalArgumentException("An ODS code is 3 to 12 upper-case letters and digits, not: " + ods);
        }
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("consentry-local");
        claims.setAudience("consentry");
        claims.setSubject(subject);
        claims.setStringClaim("name", name);
        claims.setStringClaim("ods", ods);
        claims.setStringListClaim("groups", role);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setHeader("typ", "JWT");
        token.setPayload(claims.toJson());
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The sandbox's key does not sign", e);
        }
    }
}
