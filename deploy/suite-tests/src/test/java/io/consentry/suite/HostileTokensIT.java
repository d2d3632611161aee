package io.consentry.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.keepsecrets.LocalSecrets;
import io.consentry.local.place.ServiceName;
import io.consentry.suite.Door.Reply;
import io.consentry.testing.HostileTokens;
import io.consentry.testing.HostileTokens.Trust;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every attack with a token, at the gateway and at each service itself: refused, and nobody learns why. */
@ExtendWith(SharedSuite.class)
class HostileTokensIT {

    private static final String PRACTICE = "Z00077";

    @Test
    void everyAttack_isRefused_atEveryDoor_andTheAnswerDoesNotSayWhy(SharedSuite.Running suite) throws Exception {
        LocalSecrets secrets = LocalSecrets.of(suite.home());
        Trust trust = new Trust("consentry-local", "", secrets.identity(), secrets.services());
        List<String> wrong = new ArrayList<>();
        for (Target target : Target.of(suite)) {
            String honest = HostileTokens.control(trust, target.role(), PRACTICE);
            assertThat(target.call(honest).status()).as(target.toString()).isEqualTo(200);
            Map<String, String> attacks = HostileTokens.of(trust, target.role(), PRACTICE);
            String refusal = describe(target.call(attacks.getOrDefault("a stranger's key", "")));
            assertThat(refusal).startsWith("401 ").contains("/problems/unauthenticated");
            attacks.forEach((attack, token) -> {
                String answer = describe(target.call(token));
                if (!answer.equals(refusal)) {
                    wrong.add(attack + " at " + target.door().name() + ": " + answer);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenOfTheServices_opensNothingButWhatIsBetweenThem(SharedSuite.Running suite) throws Exception {
        LocalSecrets secrets = LocalSecrets.of(suite.home());
        // Made for people's calls, but signed by the services' key and under their name: what a stolen key could do.
        Trust services = new Trust("consentry-services", "", secrets.services(), secrets.services());
        for (Target target : Target.of(suite)) {
            String stolen = HostileTokens.control(services, "service", PRACTICE);
            assertThat(target.call(stolen).status()).as(target.toString()).isEqualTo(401);
        }
    }

    @Test
    void anotherOrganisationsSubject_getsNothingByItsName(SharedSuite.Running suite) throws Exception {
        TestPractice practice = new TestPractice(suite).optIn();
        String holder = "data-controller-at-" + practice.ods();
        String namesake = suite.tokens().of("data-controller", "Z99998", holder, holder);
        String consent = "/practices/" + practice.ods() + "/consent";

        assertThat(practice.decide(namesake, "", "opted-out").problem()).isEqualTo("only-the-practice-decides");
        assertThat(suite.gateway().get(consent + "/history", namesake).status()).isEqualTo(404);
    }

    private static String describe(Reply reply) {
        Map<String, List<String>> headers =
                new TreeMap<>(reply.response().headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("X-Request-ID"));
        return reply.status() + " " + headers + " " + new String(reply.refusal(), StandardCharsets.UTF_8);
    }

    /** A call that somebody with this role may make at this door. */
    private record Target(Door door, String path, String role) {

        static List<Target> of(SharedSuite.Running suite) {
            String items = "/practices/" + PRACTICE + "/items";
            return List.of(
                    new Target(Door.of(ServiceName.GATEWAY, suite.ports()), items, "practice"),
                    new Target(Door.of(ServiceName.FILING, suite.ports()), items, "practice"),
                    new Target(Door.of(ServiceName.INGEST, suite.ports()), "/update-records", "pharmacy"),
                    new Target(Door.of(ServiceName.CONSENT, suite.ports()), "/audit/consent-state", "auditor"));
        }

        Reply call(String token) {
            try {
                return door.call("GET", path, token, Map.of(), null);
            } catch (Exception e) {
                throw new IllegalStateException(door.name() + " did not answer", e);
            }
        }
    }
}
