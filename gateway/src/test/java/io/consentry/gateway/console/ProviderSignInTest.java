package io.consentry.gateway.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.consentry.gateway.standin.SigningInProvider;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Production's sign-in: the authorization code flow with a provider, whose token the pages then call with. */
@QuarkusTest
@TestProfile(ProviderSignInTest.AsInProduction.class)
class ProviderSignInTest {

    private static final String PAGE = "/console/worklist";

    /** The settings of production, with claims under a provider's own names. */
    public static class AsInProduction implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "provider";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.management.test-port", "0",
                    "quarkus.oidc.console.tenant-enabled", "true",
                    "quarkus.oidc.console.client-id", SigningInProvider.CLIENT,
                    "quarkus.oidc.console.credentials.secret", SigningInProvider.SECRET,
                    "quarkus.oidc.console.token-state-manager.encryption-secret", "thirty-two characters or longer!",
                    "consentry.identity.roles-claim", "realm_access/roles",
                    "consentry.identity.organisation-claim", "organisation");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(SigningInProvider.class), new TestResourceEntry(StandInServices.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    private final Map<String, String> cookies = new HashMap<>();

    @BeforeEach
    void reset() {
        StandInServices.reset();
        SigningInProvider.signsIn(Map.of(
                "name", "Dr Tomas Lind",
                "organisation", "Z00001",
                "realm_access", Map.of("roles", List.of("practice"))));
        StandIn.FILING.answers(request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.path().endsWith("/settings")
                                ? "{\"undoSeconds\":120,\"bulkFiling\":false,\"patientVisible\":true}"
                                : request.path().endsWith("/counts")
                                        ? "{\"byStatus\":{\"pending\":0},\"urgent\":0,\"flagged\":0,\"unassigned\":0}"
                                        : "{\"items\":[]}"));
    }

    @Test
    void nobody_isSentToTheProvider_andComesBackSignedIn() {
        Response page = signIn();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Dr Tomas Lind", "Z00001", "Worklist");
        assertThat(StandIn.FILING.received()).isNotEmpty().allMatch(call -> String.valueOf(
                        call.headers().get("Authorization"))
                .startsWith("Bearer "));
    }

    @Test
    void person_findsTheirOwnItems_whateverTheProviderCallsThem() {
        String page = signIn().asString();
        Matcher link = Pattern.compile("href=\"([^\"]+assignee=[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();
        StandIn.FILING.received().clear();

        assertThat(visit(link.group(1)).statusCode()).isEqualTo(200);
        assertThat(StandIn.FILING.received())
                .extracting(StandIn.Received::uri)
                .contains("/practices/Z00001/items?status=pending&assignee=auth0%7C7&limit=25");
    }

    @Test
    void session_isSealed_secure_andOutOfReachOfScriptsAndOtherSites() {
        List<Cookie> session = signInAndCollect().stream()
                .filter(cookie -> cookie.getName().startsWith("q_session"))
                .toList();

        assertThat(session).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.isSecured()).isTrue();
            assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
            assertThat(cookie.getPath()).isEqualTo("/console");
            assertThat(cookie.getValue()).doesNotContain("Z00001").doesNotStartWith("eyJhbGciOiJSUzI1NiI");
        });
    }

    @Test
    void code_thatSomebodyElseBegan_opensNothing() {
        String back = visit(visit(PAGE).getHeader("Location")).getHeader("Location");
        cookies.clear();

        Response refused = visit(back);

        assertThat(refused.statusCode()).isNotEqualTo(200);
        assertThat(refused.getDetailedCookies().asList())
                .noneMatch(cookie -> cookie.getName().startsWith("q_session")
                        && !cookie.getValue().isEmpty());
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void form_withoutItsKey_isRefused_andReachesNoService() {
        signIn();
        StandIn.FILING.received().clear();

        given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParam("version", "1")
                .post("/console/items/1/file")
                .then()
                .statusCode(403);
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void sandboxSignIn_isClosed() {
        given().redirects()
                .follow(false)
                .formParam("role", "practice")
                .formParam("ods", "Z00001")
                .post("/console/sign-in")
                .then()
                .statusCode(org.hamcrest.Matchers.not(303));
    }

    @Test
    void person_whoseTokenNamesNoRole_seesThatThereIsNothingForThem() {
        SigningInProvider.signsIn(Map.of("name", "Nobody", "organisation", "Z00001"));
        signIn();

        given().redirects()
                .follow(false)
                .cookies(cookies)
                .get("/console")
                .then()
                .statusCode(404)
                .body(containsString("names no role"));
    }

    private Response signIn() {
        String back = visit(visit(PAGE).getHeader("Location")).getHeader("Location");
        Response arrived = visit(back);
        while (arrived.statusCode() == 302 || arrived.statusCode() == 303) {
            arrived = visit(arrived.getHeader("Location"));
        }
        return visit(PAGE);
    }

    private List<Cookie> signInAndCollect() {
        String back = visit(visit(PAGE).getHeader("Location")).getHeader("Location");
        return visit(back).getDetailedCookies().asList();
    }

    /** As a browser on one machine with the provider: cookies are kept, also those for encrypted connections. */
    private Response visit(String address) {
        Response answer = given().redirects()
                .follow(false)
                .cookies(cookies)
                .urlEncodingEnabled(false)
                .get(address);
        answer.getDetailedCookies().asList().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }
}
