package io.consentry.gateway.admitcaller;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.standin.StandInProvider;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.HostileTokens;
import io.consentry.testing.HostileTokens.Trust;
import io.consentry.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider that is found by its address, signs with several keys and exchanges them. */
@QuarkusTest
@TestProfile(ProvidersTokensTest.AsInProduction.class)
class ProvidersTokensTest {

    private static final KeyPair OLD = TestKeys.generate();
    private static final KeyPair NEW = TestKeys.generate();
    private static final KeyPair SERVICES = TestKeys.generate();
    private static final String ITEMS = "/practices/Z00001/items";

    /** The settings of production, with names of claims that a provider might have. */
    public static class AsInProduction implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "provider";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            StandInProvider.signsWith(Map.of("old", OLD));
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0",
                    // Between two questions for the provider's keys; production waits longer.
                    "quarkus.oidc.token.forced-jwk-refresh-interval", "1S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StandInProvider.class), new TestResourceEntry(StandInServices.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void everyAttack_isRefused_andTheAnswerDoesNotSayWhy() {
        Trust trust = new Trust(StandInProvider.address(), "old", OLD, SERVICES);
        StandInProvider.signsWith(Map.of("old", OLD));
        assertThat(callWith(HostileTokens.control(trust, "practice", "Z00001")).statusCode())
                .isEqualTo(200);
        String refusal = describe(given().get(ITEMS));

        HostileTokens.of(trust, "practice", "Z00001")
                .forEach((attack, token) ->
                        assertThat(describe(callWith(token))).as(attack).isEqualTo(refusal));
        assertThat(describe(callWith(tokenOf("nobody", OLD)))).isEqualTo(refusal);
        assertThat(StandInProvider.asked()).containsOnly("/.well-known/openid-configuration", "/keys");
    }

    @Test
    void aNewKey_isTakenUp_andTheOneItReplacedIsTrustedNoMore() throws Exception {
        String old = tokenOf("old", OLD);
        String fresh = tokenOf("new", NEW);
        StandInProvider.signsWith(Map.of("old", OLD));
        Thread.sleep(1100);
        assertThat(callWith(old).statusCode()).isEqualTo(200);
        assertThat(callWith(fresh).statusCode()).isEqualTo(401);

        StandInProvider.signsWith(Map.of("old", OLD, "new", NEW));
        Thread.sleep(1100);
        assertThat(callWith(fresh).statusCode()).isEqualTo(200);
        assertThat(callWith(old).statusCode()).isEqualTo(200);
        assertThat(callWith(tokenOf("old", NEW)).statusCode()).isEqualTo(401);

        StandInProvider.signsWith(Map.of("new", NEW));
        Thread.sleep(1100);
        // Somebody comes with a key that is not known: the provider is asked again, and no longer names the old one.
        callWith(tokenOf("another", NEW));
        assertThat(callWith(old).statusCode()).isEqualTo(401);
        assertThat(callWith(fresh).statusCode()).isEqualTo(200);
    }

    @Test
    void aFloodOfUnknownKeys_doesNotBecomeAFloodAtTheProvider() {
        int before = StandInProvider.asked().size();
        for (int i = 0; i < 50; i++) {
            assertThat(callWith(tokenOf("unknown-" + i, NEW)).statusCode()).isEqualTo(401);
        }
        assertThat(StandInProvider.asked().size() - before).isLessThan(20);
    }

    private static String tokenOf(String kid, KeyPair key) {
        return HostileTokens.control(new Trust(StandInProvider.address(), kid, key, SERVICES), "practice", "Z00001");
    }

    private static Response callWith(String token) {
        return given().header("Authorization", "Bearer " + token).get(ITEMS);
    }

    private static String describe(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.hasSameNameAs(new io.restassured.http.Header("X-Request-ID", "")))
                .map(Object::toString)
                .collect(joining("\n", answer.statusCode() + "\n", "\n" + answer.asString()));
    }
}
