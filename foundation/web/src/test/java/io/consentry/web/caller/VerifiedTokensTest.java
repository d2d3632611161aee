package io.consentry.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:41:00Z");

    private Instant now = NOW;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final VerifiedTokens verified = new VerifiedTokens(clock, Duration.ofHours(1));

    @Test
    void remembersWhoCalls_untilTheTokenEnds_andNotAMomentLonger() {
        verified.add("token", identity());

        assertThat(verified.find(OidcUtils.DEFAULT_TENANT_ID, "token"))
                .satisfies(known -> assertThat(CurrentCaller.of(known)).hasValueSatisfying(caller -> {
                    assertThat(caller.ods()).isEqualTo("Z00001");
                    assertThat(caller.has(Role.PRACTICE)).isTrue();
                }));
        now = NOW.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(verified.find(OidcUtils.DEFAULT_TENANT_ID, "token")).isNotNull();
        now = NOW.plus(Duration.ofMinutes(5));
        assertThat(verified.find(OidcUtils.DEFAULT_TENANT_ID, "token")).isNull();
    }

    @Test
    void forgetsWhatItKnew_whenTheKeyMayHaveBeenWithdrawnSince() {
        VerifiedTokens impatient = new VerifiedTokens(clock, Duration.ofMinutes(1));
        impatient.add("token", identity());

        now = NOW.plus(Duration.ofSeconds(59));
        assertThat(impatient.find(OidcUtils.DEFAULT_TENANT_ID, "token")).isNotNull();
        now = NOW.plus(Duration.ofMinutes(1));
        assertThat(impatient.find(OidcUtils.DEFAULT_TENANT_ID, "token")).isNull();
    }

    @Test
    void knowsNoOtherToken_andNoneForAnotherTenant() {
        verified.add("token", identity());

        assertThat(verified.find(OidcUtils.DEFAULT_TENANT_ID, "tokem")).isNull();
        assertThat(verified.find("internal", "token")).isNull();
    }

    @Test
    void keepsNothingOfTheRequest_inWhichItWasVerified() {
        verified.add("token", identity());

        assertThat(verified.find(OidcUtils.DEFAULT_TENANT_ID, "token"))
                .satisfies(known -> assertThat(known.getAttributes()).doesNotContainKey("the request"));
    }

    @Test
    void takesBoundedRoom_howeverManyTokensThereAre() {
        for (int i = 0; i < 20_000; i++) {
            verified.add("token-" + i, identity());
        }
        assertThat(IntStream.range(0, 20_000)
                        .filter(i -> verified.find(OidcUtils.DEFAULT_TENANT_ID, "token-" + i) != null)
                        .count())
                .isBetween(1L, 10_000L);
    }

    private static SecurityIdentity identity() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("someone");
        claims.setExpirationTime(
                NumericDate.fromSeconds(NOW.plus(Duration.ofMinutes(5)).getEpochSecond()));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRole(Role.PRACTICE)
                .addAttribute(OidcUtils.TENANT_ID_ATTRIBUTE, OidcUtils.DEFAULT_TENANT_ID)
                .addAttribute(CurrentCaller.ORGANISATION, "Z00001")
                .addAttribute("the request", "of somebody")
                .build();
    }
}
