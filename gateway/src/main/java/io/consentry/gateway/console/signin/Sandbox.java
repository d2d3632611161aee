package io.consentry.gateway.console.signin;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes people of the sandbox, where there is no identity provider to ask.
 *
 * <p>Needs the key that the launcher made, and the profile {@code local}: outside of it a gateway that was given the
 * key does not start, because whoever reaches it could be anybody.
 */
@Singleton
class Sandbox {

    private static final Duration LIFE = Duration.ofHours(8);

    private final Optional<PrivateKey> key;
    private final Clock clock;

    Sandbox(@ConfigProperty(name = "consentry.console.sandbox-signing-key") Optional<String> key, Clock clock) {
        if (key.isPresent() && LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("local")) {
            throw new IllegalStateException(
                    "consentry.console.sandbox-signing-key is set, but the profile local is not active.");
        }
        this.key = key.map(Sandbox::read);
        this.clock = clock;
    }

    /** Whether one may choose who one is. */
    boolean isOpen() {
        return key.isPresent();
    }

    /** A token as an identity provider would give it to this person. */
    String token(SandboxPerson person) {
        Instant now = clock.instant();
        return Jwt.issuer("consentry-local")
                .audience("consentry")
                .subject(person.id())
                .claim("name", person.name())
                .claim("ods", person.ods())
                .groups(Set.of(person.role()))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .jws()
                .sign(key.orElseThrow());
    }

    private static PrivateKey read(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("consentry.console.sandbox-signing-key is no RSA key in base64");
        }
    }
}
