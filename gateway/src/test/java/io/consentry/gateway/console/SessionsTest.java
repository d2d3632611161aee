package io.consentry.gateway.console;

import static io.consentry.gateway.console.SandboxBrowser.SESSION;
import static io.consentry.gateway.console.SandboxBrowser.as;
import static io.consentry.gateway.console.SandboxBrowser.browser;
import static io.consentry.gateway.console.SandboxBrowser.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a page and who does not, and whose forms are taken. */
@GatewayTest
class SessionsTest {

    private static final Pattern FORM_KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");
    /** {@code {"alg":} and {@code {"typ":}, as a token writes them: too long to come about by chance in sealed bytes. */
    private static final String[] START_OF_ANY_TOKEN = {"eyJhbGciOi", "eyJ0eXAiOi"};

    private static final String ITEM = "11111111-1111-4111-8111-111111111111";
    private static final String ROW = """
            {"id":"%s","status":"pending","service":"pharmacy-first","pharmacy":"FX001","receivedAt":"2026-11-23T09:00:00Z",
             "version":3,"urgent":true,"flags":2,"patient":{"name":"<script>alert(1)</script> O'Hara"},
             "redFlags":["<img src=x onerror=alert(2)>"],"requestedActions":[],"unheardOf":true}""".formatted(ITEM);

    @BeforeEach
    void reset() {
        StandInServices.reset();
        StandIn.FILING.answers(request -> request.body().onSuccess(body -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(
                        request.path().endsWith("/settings")
                                ? "{\"undoSeconds\":120,\"bulkFiling\":true,\"patientVisible\":true}"
                                : request.path().endsWith("/counts")
                                        ? "{\"byStatus\":{\"pending\":1},\"urgent\":1,\"flagged\":1,\"unassigned\":1}"
                                        : request.path().endsWith("/file")
                                                ? ROW.replace("pending", "filed")
                                                        .replace("\"flags\":2", "\"flags\":[]")
                                                : "{\"items\":[" + ROW + "]}")));
    }

    @Test
    void nobody_isLedToTheSignIn() {
        browser().get("/console/worklist").then().statusCode(303).header("Location", endsWith("/console/sign-in"));
        browser()
                .header("HX-Request", "true")
                .get("/console/worklist/news")
                .then()
                .statusCode(204)
                .header("HX-Redirect", equalTo("/console/sign-in"));
    }

    @Test
    void session_isSealed_andOutOfReachOfScriptsAndOtherSites() {
        Cookie cookie = signIn("practice").getDetailedCookie(SESSION);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/console");
        String value = cookie.getValue();
        assertThat(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.ISO_8859_1))
                .doesNotContain(START_OF_ANY_TOKEN);
        String changed = value.substring(1);
        browser().cookie(SESSION, changed).get("/console/worklist").then().statusCode(303);
    }

    @Test
    void page_isMadeByCalls_throughTheFrontDoor() {
        String page = as("practice")
                .get("/console/worklist")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(StandIn.FILING.received())
                .extracting(StandIn.Received::uri)
                .containsExactly(
                        "/practices/Z00001/items?status=pending&limit=25",
                        "/practices/Z00001/items/counts",
                        "/practices/Z00001/settings");
        assertThat(StandIn.FILING.received())
                .allMatch(call ->
                        String.valueOf(call.headers().get("Authorization")).startsWith("Bearer "));
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img");
    }

    @Test
    void whatTheRoleMayNot_theConsoleMayNot() {
        as("pharmacy")
                .get("/console/worklist")
                .then()
                .statusCode(403)
                .contentType(containsString("text/html"))
                .body(containsString("This is not yours to do"));
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void form_isTaken_onlyWithThePersonsOwnKey_fromOurOwnPage() {
        Cookie session = signIn("practice").getDetailedCookie(SESSION);
        String key = keyFor(session);
        String another = keyFor(signIn("data-controller").getDetailedCookie(SESSION));
        StandIn.FILING.received().clear();

        file(session, "", "same-origin").then().statusCode(403).contentType(containsString("text/html"));
        file(session, another, "same-origin").then().statusCode(403);
        file(session, key, "cross-site").then().statusCode(403);
        file(session, key, "same-site").then().statusCode(403);
        assertThat(StandIn.FILING.received()).isEmpty();
        file(session, key, "same-origin")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console/worklist?done=" + ITEM + "&what=filed&version=3"));
        assertThat(StandIn.FILING.only().headers()).containsEntry("If-Match", "\"3\"");
    }

    /** What a person's browser sends becomes part of an address or a header of the call behind the page. */
    @ParameterizedTest
    @CsvSource({
        "/console/switch/move, what, a b",
        "/console/switch/move, what, é|\\",
        "/console/items/11111111-1111-4111-8111-111111111111/file, version, '3\r\nX-Other: 1'",
        "/console/items/a%7Cb/file, version, 3",
        "/console/items/%C3%A9/file, version, 3",
    })
    void formThatNoPageOfOursSends_isRefused_andNothingBreaks(String form, String field, String value) {
        Cookie session = signIn("data-controller").getDetailedCookie(SESSION);
        String key = keyFor(session);

        browser()
                .urlEncodingEnabled(false)
                .cookie(session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body("formKey=" + key + "&decision=opted-in&reason=trial&" + field + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .post(form)
                .then()
                .statusCode(400);
    }

    @Test
    void signIn_fromAnotherSite_isRefused() {
        browser()
                .header("Origin", "https://elsewhere.example")
                .formParam("role", "practice")
                .formParam("ods", "Z00001")
                .post("/console/sign-in")
                .then()
                .statusCode(403)
                .header("Set-Cookie", equalTo(null));
    }

    @Test
    void signOut_takesTheCookieBack() {
        String cleared = as("practice")
                .post("/console/sign-out")
                .then()
                .statusCode(303)
                .extract()
                .header("Set-Cookie");

        assertThat(cleared).contains(SESSION + "=;", "Max-Age=0");
    }

    @Test
    void pages_areNeverKept_andLoadNothingFromElsewhere() {
        as("practice")
                .get("/console/worklist")
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'none'; script-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")));
    }

    @Test
    void style_mayBeKept_andBringsNoLicensedFont() {
        String page = browser().get("/console/sign-in").asString();
        Matcher link = Pattern.compile("href=\"(/assets/console[^\"]+)\"").matcher(page);
        assertThat(link.find()).isTrue();

        Response answer = browser().get(link.group(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().getValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("immutable");
        assertThat(answer.asString())
                .contains("govuk-button")
                .doesNotContain("GDS Transport", "@font-face", "url(/assets");
    }

    @Test
    void hugeForm_isRefused_unread() {
        browser()
                .formParam("role", "x".repeat(3 * 1024 * 1024))
                .post("/console/sign-in")
                .then()
                .statusCode(413);
    }

    private static Response file(Cookie session, String key, String site) {
        return browser()
                .cookie(session)
                .header("Sec-Fetch-Site", site)
                .formParam("formKey", key)
                .formParam("version", "3")
                .formParam("from", "list")
                .post("/console/items/" + ITEM + "/file");
    }

    private static String keyFor(Cookie session) {
        Matcher key = FORM_KEY.matcher(
                browser().cookie(session).get("/console/worklist").asString());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
