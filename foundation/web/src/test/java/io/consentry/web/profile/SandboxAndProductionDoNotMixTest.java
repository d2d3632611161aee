package io.consentry.web.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxAndProductionDoNotMixTest {

    @Test
    void startsTheSandbox_withItsOwnKey() {
        assertThat(refusal(List.of("local"), "consentry.identity.public-key")).isEmpty();
    }

    @Test
    void startsProduction_withItsIdentityProvider() {
        assertThat(refusal(List.of("prod"), "consentry.identity.url", "quarkus.oidc.auth-server-url"))
                .isEmpty();
    }

    @Test
    void refusesTheSandbox_thatWouldTakeRealPeoplesTokens() {
        assertThat(refusal(List.of("local"), "consentry.identity.url"))
                .hasValueSatisfying(why -> assertThat(why).contains("consentry.identity.url", "production"));
    }

    @Test
    void refusesProduction_thatWouldTrustTheSandboxsKey() {
        assertThat(refusal(List.of("prod"), "consentry.identity.url", "consentry.identity.public-key"))
                .hasValueSatisfying(why -> assertThat(why).contains("consentry.identity.public-key", "sandbox"));
        assertThat(refusal(List.of("staging"), "quarkus.oidc.public-key")).isPresent();
    }

    @Test
    void refusesProduction_whereNobodyCouldSignIn() {
        assertThat(refusal(List.of("prod")))
                .hasValueSatisfying(why -> assertThat(why).contains("consentry.identity.url"));
    }

    @Test
    void refusesBothProfilesAtOnce() {
        assertThat(refusal(List.of("local", "prod"))).isPresent();
    }

    private static Optional<String> refusal(List<String> profiles, String... settings) {
        Set<String> set = Set.of(settings);
        return SandboxAndProductionDoNotMix.refusal(profiles, set::contains);
    }
}
