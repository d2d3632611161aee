package io.consentry.gateway.checkrequest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class FrontDoorTest {

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @AfterEach
    void nothingReachedAService() {
        assertThat(StandIn.INGEST.received()).isEmpty();
        assertThat(StandIn.CONSENT.received()).isEmpty();
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/practices/Z00001%2Fitems",
                "/practices/Z00001/../Z00002/items",
                "/practices/Z00001/./items",
                "/practices/Z00001/%2e%2e/Z00002/items",
                "/practices/Z00001/%252e%252e/items",
                "/practices/Z00001/items/..",
                "/practices//Z00001/items",
                "//practices/Z00001/items",
                "/practices/Z00001/items%00",
                "/practices/Z00001/mandates/bob%40nhs.net",
                "/practices/Z00001/mandates/auth0%7c7",
                "/practices/Z00001/mandates/auth0%257C7",
                "/practices/Z00001/mandates/bob+gp@nhs.net",
                "/practices/Z00001/mandates/a%2Fb",
                "/practices/Z00001/mandates/a%5Cb",
                "/practices/Z00001/mandates/a%3Bb",
                "/practices/Z00001/mandates/%2E%2E",
                "/practices/Z00001/mandates/%C3%A9",
                "/practices/Z00001/items?status=",
                "/practices/Z00001/items?status=&limit=5",
                "/practices/Z00001/items?limit=5&status",
                "/audit/consent-events?practice=&from=2026-01-01T00:00:00Z",
                "/practices/Z00001/items;v=1",
                "/practices/Z00001/%69tems",
                "/practices/Z00001/items?next=%00",
                "http://127.0.0.1/practices/Z00001/items",
                "/internal/../practices/Z00001/items",
            })
    void refusesPathTricks(String target) throws IOException {
        assertThat(get(target))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "/problems/bad-request", "X-Request-ID", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/practices/Z00001\\items",
                "/practices/Z00001/items?next=%zz",
                "/practices/Z00001/items?next=a\"b",
                "/practices/Z00001/mandates/auth0|7",
            })
    void refusesWhatIsNoUri_withABareStatus(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"practices/Z00001/items", "*"})
    void knowsNothing_ofWhatIsNoPath(String target) throws IOException {
        assertThat(get(target)).startsWith("HTTP/1.1 404").contains("/problems/not-found", "X-Request-ID", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/events",
                "/internal/decisions",
                "/q/info",
                "/q/dev-ui",
                "/q",
                "/practices",
                "/practices/Z00001/items/",
                "/update-records/1/2",
                "/nothing.html",
                "/PRACTICES/Z00001/items",
            })
    void knowsNothing_ofAPathThatIsNotListed(String path) {
        given().auth()
                .oauth2(TestTokens.of("practice", "Z00001"))
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "POST"})
    void refusesAMethodThatIsNotListed_andNamesTheOthers(String method) throws IOException {
        assertThat(send(method, "/practices/Z00001/consent", ""))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, PUT")
                .contains("application/problem+json");
    }

    @Test
    void refusesAnUnknownMethod() throws IOException {
        assertThat(send("FETCH", "/practices/Z00001/consent", "")).startsWith("HTTP/1.1 405");
    }

    @Test
    void refusesHeadersAndAddressesThatAreTooLarge_withAnExplanation() throws IOException {
        assertThat(send("GET", "/audit/consent-events", "X-Long: " + "x".repeat(20_000) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("/problems/headers-too-large");
        assertThat(get("/audit/consent-events?practice=" + "x".repeat(5_000)))
                .startsWith("HTTP/1.1 414")
                .contains("/problems/uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2_000, 4_000})
    void looksThroughAddresses_thatAreNearlyTooLarge(int length) throws IOException {
        assertThat(get("/audit/consent-events?practice=" + "x".repeat(length))).startsWith("HTTP/1.1 403");
        assertThat(get("/" + "a".repeat(length))).startsWith("HTTP/1.1 404");
        assertThat(get("/" + "a/".repeat(length / 2))).startsWith("HTTP/1.1 404");
    }

    @Test
    void cutsTheConnection_whereARequestIsFarTooLarge() throws IOException {
        assertThat(send("GET", "/audit/consent-events", "X-Long: " + "x".repeat(100_000) + "\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(get("/audit/consent-events?practice=" + "x".repeat(20_000))).contains(" 414 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Host: another\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: -1\r\n",
                "Authorization: Bearer another\r\n",
                "Bad Name: x\r\n",
            })
    void refusesWhatTwoServersCouldReadInTwoWays(String headers) throws IOException {
        assertThat(send("POST", "/practices/Z00001/update-records", headers)).startsWith("HTTP/1.1 400");
    }

    @Test
    void refusesOldHttp_andARequestWithoutHost() throws IOException {
        assertThat(RawHttp.exchange(RestAssured.port, "GET /audit/consent-events HTTP/1.0\r\nHost: x\r\n\r\n"))
                .contains(" 400 ")
                .contains("/problems/bad-request");
        assertThat(RawHttp.exchange(RestAssured.port, "GET /audit/consent-events HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void survivesNoise() throws IOException {
        RawHttp.exchange(RestAssured.port, "\u0016\u0003\u0001 no HTTP at all\r\n\r\n");

        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void letsNoOtherOriginRead() {
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/practices/Z00001/consent")
                .then()
                .statusCode(405)
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://elsewhere.example")
                .get("/")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static String get(String target) throws IOException {
        return send("GET", target, "");
    }

    private static String send(String method, String target, String headers) throws IOException {
        return RawHttp.exchange(
                RestAssured.port,
                method + " " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + TestTokens.of("practice", "Z00001") + "\r\n" + headers + "\r\n");
    }
}
