package io.consentry.gateway.keycloak;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeycloakTest.InProduction.class)
class KeycloakTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final String person = "person-" + UUID.randomUUID();

    /** The settings of production. */
    public static class InProduction implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            // Between two questions for the provider's keys; production waits longer.
            return Map.of("quarkus.oidc.token.forced-jwk-refresh-interval", "1S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Keycloak.class), new TestResourceEntry(StandInServices.class));
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
    void aPersonWhoSignsIn_mayDoWhatTheirRoleMay_atTheirOrganisation() {
        KeycloakAdmin.addPerson(person, PASSWORD, "practice", "Z00001");
        String token = SignedIn.as(person, PASSWORD).access();

        assertThat(get("/practices/Z00001/items", token)).isEqualTo(200);
        assertThat(StandIn.FILING.only().headers()).containsEntry("Authorization", "Bearer " + token);
        assertThat(get("/practices/Z00002/items", token)).isEqualTo(404);
        assertThat(get("/audit/consent-events", token)).isEqualTo(403);
        assertThat(get("/update-records", token)).isEqualTo(403);
    }

    @Test
    void aPersonWithoutARole_mayDoNothing() {
        KeycloakAdmin.addPerson(person, PASSWORD, "offline_access", "Z00001");
        String token = SignedIn.as(person, PASSWORD).access();

        assertThat(get("/practices/Z00001/items", token)).isEqualTo(403);
        assertThat(get("/update-records", token)).isEqualTo(403);
    }

    @Test
    void aPharmacysSystem_getsItsTokenWithItsOwnKey_andNobodyElseDoes() {
        assertThat(get("/update-records", PharmacySystem.token())).isEqualTo(200);
        assertThat(get("/practices/Z00001/items", PharmacySystem.token())).isEqualTo(403);

        assertThat(PharmacySystem.askSigningWithAStrangersKey().statusCode()).isIn(400, 401);
    }

    @Test
    void tokensThatAreForSomebodyElse_openNothing() {
        String secret = UUID.randomUUID().toString();
        KeycloakAdmin.addAnotherApplication("another-application", secret, "auditor");
        String another = Http.json(Http.askForToken(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "another-application",
                        "client_secret", secret)))
                .path("access_token")
                .asText();
        KeycloakAdmin.addPerson(person, PASSWORD, "auditor", "X26");
        SignedIn signedIn = SignedIn.as(person, PASSWORD);

        assertThat(get("/audit/consent-events", signedIn.access())).isEqualTo(200);
        assertThat(another).isNotEmpty();
        assertThat(get("/audit/consent-events", another)).isEqualTo(401);
        assertThat(get("/audit/consent-events", signedIn.identity())).isEqualTo(401);
        assertThat(get("/audit/consent-events", signedIn.refresh())).isEqualTo(401);
    }

    @Test
    void aNewKeyIsTakenUp_andAWithdrawnOneTrustedNoMore() throws Exception {
        String old = PharmacySystem.token();
        String oldKey = KeycloakAdmin.signingKey();
        assertThat(get("/update-records", old)).isEqualTo(200);

        KeycloakAdmin.addSigningKey();
        String fresh = PharmacySystem.token();
        assertThat(kid(fresh)).isNotEqualTo(kid(old));
        Thread.sleep(1100);
        assertThat(get("/update-records", fresh)).isEqualTo(200);
        assertThat(get("/update-records", old)).isEqualTo(200);

        KeycloakAdmin.withdrawKey(oldKey);
        Thread.sleep(1100);
        // Somebody comes with a key that is not known: the provider is asked again, and no longer names the old one.
        String[] parts = fresh.split("\\.");
        assertThat(get(
                        "/update-records",
                        base64("{\"alg\":\"RS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2]))
                .isEqualTo(401);
        assertThat(get("/update-records", old)).isEqualTo(401);
        assertThat(get("/update-records", fresh)).isEqualTo(200);
    }

    private static int get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).statusCode();
    }

    private static String kid(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
