package io.consentry.web.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class TokensNameACallerForAShortTimeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:41:00Z");

    @Test
    void finds_theOrganisation_underTheNameThatTheProviderGivesIt() {
        JwtClaims claims = claims(Duration.ofMinutes(5));
        claims.setStringClaim("https://provider.example/organisation", "Z00001");

        assertThat(CurrentCaller.of(augmented("https://provider.example/organisation", claims)))
                .hasValueSatisfying(
                        caller -> assertThat(caller.actsFor("Z00001")).isTrue());
        assertThat(CurrentCaller.of(augmented("ods", claims)))
                .hasValueSatisfying(caller -> assertThat(caller.ods()).isEmpty());
    }

    @Test
    void refuses_anOrganisation_thatIsNoText() {
        JwtClaims claims = claims(Duration.ofMinutes(5));
        claims.setClaim("ods", 5);

        assertThatThrownBy(() -> augmented("ods", claims)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void refuses_whatLivesTooLong() {
        assertThatThrownBy(() -> augmented("ods", claims(Duration.ofHours(9))))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private static JwtClaims claims(Duration life) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("someone");
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plus(life).getEpochSecond()));
        return claims;
    }

    private static SecurityIdentity augmented(String organisationClaim, JwtClaims claims) {
        SecurityIdentity verified = QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRole(Role.PRACTICE)
                .build();
        return new TokensNameACallerForAShortTime(
                        Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(8), organisationClaim)
                .augment(verified, blocking -> Uni.createFrom().item(blocking))
                .await()
                .indefinitely();
    }
}
