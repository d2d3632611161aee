package io.consentry.gateway.passon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class PassOnTest {

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void passesMethodPathQueryAndBody_toTheServiceOfTheCall() {
        as("pharmacy", "FA123")
                .contentType("application/fhir+xml")
                .body("<Bundle/>")
                .post("/practices/Z00001/update-records")
                .then()
                .statusCode(200)
                .body("service", equalTo("ingest"))
                .body("bytes", equalTo(9));
        as("practice", "Z00001")
                .urlEncodingEnabled(false)
                .get("/practices/Z00001/items?status=pending&next=a%2Fb")
                .then()
                .statusCode(200);

        assertThat(StandIn.INGEST.only().uri()).isEqualTo("/practices/Z00001/update-records");
        assertThat(StandIn.INGEST.only().headers().get("Content-Type")).startsWith("application/fhir+xml");
        assertThat(StandIn.FILING.only().uri()).isEqualTo("/practices/Z00001/items?status=pending&next=a%2Fb");
        assertThat(StandIn.CONSENT.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@nhs.net", "f:0f3c:bob.smith", "auth0%7C7", "bob%2Bgp@nhs.net", "aGVsbG8%3D"})
    void passesPeoplesNames_asIdentityProvidersWriteThem(String holder) {
        as("data-controller", "Z00001")
                .urlEncodingEnabled(false)
                .delete("/practices/Z00001/mandates/" + holder)
                .then()
                .statusCode(200);

        assertThat(StandIn.CONSENT.only().uri()).isEqualTo("/practices/Z00001/mandates/" + holder);
    }

    @Test
    void forwardsTheToken_andTheRequestId() {
        String token = TestTokens.of("auditor", "X26");

        given().auth()
                .oauth2(token)
                .header("X-Request-ID", "abc-123")
                .get("/audit/consent-events")
                .then()
                .header("X-Request-ID", "abc-123");

        assertThat(StandIn.CONSENT.only().headers())
                .containsEntry("Authorization", "Bearer " + token)
                .containsEntry("X-Request-ID", "abc-123");
    }

    @Test
    void makesARequestId_whereTheOfferedOneCouldBreakALogLine() {
        as("auditor", "X26")
                .header("X-Request-ID", "a b\"c")
                .get("/audit/consent-events")
                .then()
                .header("X-Request-ID", matchesPattern("[0-9a-f-]{36}"));

        assertThat(StandIn.CONSENT.only().headers().get("X-Request-ID")).matches("[0-9a-f-]{36}");
    }

    @Test
    void dropsForgedAndUnknownHeaders_onTheWayToAService() {
        as("auditor", "X26")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-Forwarded-User", "boss")
                .header("Forwarded", "for=1.2.3.4")
                .header("X-HTTP-Method-Override", "PUT")
                .header("X-Original-URL", "/internal/events")
                .header("X-Ods", "Z00001")
                .header("X-Remote-User", "boss")
                .header("Cookie", "session=1")
                .header("Proxy-Authorization", "Basic eDp5")
                .header("TE", "trailers")
                .get("/audit/consent-events")
                .then()
                .statusCode(200);

        assertThat(StandIn.CONSENT.only().method()).isEqualTo("GET");
        assertThat(StandIn.CONSENT.only().headers().keySet())
                .map(String::toLowerCase)
                .containsOnly("host", "accept", "accept-encoding", "user-agent", "authorization", "x-request-id");
    }

    @Test
    void dropsWhatIsTheGatewaysToSay_onTheWayBack() {
        StandIn.CONSENT.answers(request -> request.response()
                .putHeader("Server", "inside")
                .putHeader("X-Powered-By", "inside")
                .putHeader("Set-Cookie", "a=b")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cache-Control", "public, max-age=60")
                .putHeader("X-Request-ID", "another")
                .putHeader("ETag", "\"7\"")
                .end("{}"));

        as("auditor", "X26")
                .get("/audit/consent-events")
                .then()
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("ETag", "\"7\"");
    }

    @Test
    void hidesTheServicesAddress_inLocation() {
        StandIn.INGEST.answers(request -> request.response()
                .setStatusCode(202)
                .putHeader("Location", "http://" + request.getHeader("Host") + "/update-records/1")
                .end());

        as("pharmacy", "FA123")
                .body("x")
                .post("/practices/Z00001/update-records")
                .then()
                .statusCode(202)
                .header("Location", "/update-records/1");
    }

    @Test
    void passesAServicesProblemOn_unchanged() {
        StandIn.INGEST.answers(request -> request.response()
                .setStatusCode(409)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"/problems/practice-opted-out\",\"itkCode\":\"20010\"}"));

        as("pharmacy", "FA123")
                .body("x")
                .post("/practices/Z00001/update-records")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("itkCode", equalTo("20010"));
    }

    @Test
    void answersUnavailableAtOnce_whenTheServiceIsDown() {
        StandIn.FILING.stop();

        as("practice", "Z00001")
                .get("/practices/Z00001/items")
                .then()
                .time(lessThan(1000L), TimeUnit.MILLISECONDS)
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/unavailable"))
                .body("detail", containsString("filing-service"));
        as("auditor", "X26").get("/audit/consent-events").then().statusCode(200);
    }

    @Test
    void answersAgain_whenTheServiceIsBack() {
        as("practice", "Z00001").get("/practices/Z00001/items").then().statusCode(200);
        StandIn.FILING.stop();
        as("practice", "Z00001")
                .body("{}")
                .post("/practices/Z00001/items/1/file")
                .then()
                .statusCode(503);
        StandIn.FILING.start();

        as("practice", "Z00001").get("/practices/Z00001/items").then().statusCode(200);
    }

    @Test
    void saysThatNoAnswerCame_whenTheServiceIsTooSlow() {
        StandIn.CONSENT.answers(request -> {});

        as("auditor", "X26")
                .get("/audit/consent-events")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/no-answer-in-time"));
    }

    @Test
    void saysThatTheAnswerIsInvalid_whenTheServiceBreaksOffBeforeIt() {
        StandIn.CONSENT.answers(request -> request.connection().close());

        as("auditor", "X26")
                .get("/audit/consent-events")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/upstream-invalid"));
    }

    private static RequestSpecification as(String role, String ods) {
        return given().auth().oauth2(TestTokens.of(role, ods));
    }

    @Test
    void asksOnceMore_whenAConnectionCloses_whereThatChangesNothing() {
        closeTheFirstConnection();

        as("practice", "Z00001")
                .get("/practices/Z00001/consent")
                .then()
                .statusCode(200)
                .body("service", equalTo("consent"));
        assertThat(StandIn.CONSENT.received()).hasSize(2);
    }

    @Test
    void doesNotRepeat_whatMightBeDoneTwice() {
        closeTheFirstConnection();

        given().auth()
                .oauth2(TestTokens.of("data-controller", "Z00001"))
                .contentType("application/json")
                .body("{}")
                .put("/practices/Z00001/consent")
                .then()
                .statusCode(502);
        assertThat(StandIn.CONSENT.received()).hasSize(1);
    }

    private static void closeTheFirstConnection() {
        AtomicBoolean closed = new AtomicBoolean();
        StandIn.CONSENT.answers(request -> {
            if (closed.compareAndSet(false, true)) {
                request.connection().close();
            } else {
                request.response().putHeader("Content-Type", "application/json").end("{\"service\":\"consent\"}");
            }
        });
    }
}
