package io.consentry.gateway.checkrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request hidden in another must never reach a service: whatever the gateway passes on, it frames anew.
 *
 * <p>The hidden request asks for something internal with no token; it would be seen by the service in its own right.
 */
@GatewayTest
class SmugglingTest {

    private static final String HIDDEN = "GET /internal/events HTTP/1.1\r\nHost: x\r\n\r\n";

    private final AtomicInteger completed = new AtomicInteger();

    @BeforeEach
    void countWholeRequests() {
        StandInServices.reset();
        StandIn.INGEST.answers(request -> request.body().onSuccess(body -> {
            completed.incrementAndGet();
            request.response().end("{\"bytes\":" + body.length() + "}");
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n",
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding : chunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding: xchunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding:\u000bchunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding:\tchunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding:\r\n chunked\r\n",
                "Content-Length: 6\r\n Transfer-Encoding: chunked\r\n",
                "Content-Length: 6\r\nX: y\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 6\r\nX: y\rTransfer-Encoding: chunked\r\n",
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Content-Length: 0\r\nContent-Length: 6\r\n",
                "Content-Length: 0, 6\r\n",
                "Content-Length: 0x6\r\n",
                "Content-Length : 6\r\n",
                "Content-Length: 6\r\nConnection: Content-Length\r\n",
                "Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
            })
    void aHiddenRequest_neverReachesAService(String framing) throws IOException {
        String answer = RawHttp.exchange(RestAssured.port, head(framing) + "0\r\n\r\n" + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain(" 101 ").doesNotContain(" 500 ");
        assertThat(StandIn.INGEST.received())
                .extracting(StandIn.Received::uri)
                .allMatch("/practices/Z00001/update-records"::equals)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(StandIn.CONSENT.received()).isEmpty();
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFFFFFFFFFFFFFFF\r\nabc\r\n0\r\n\r\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                "0x3\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcdef\r\n0\r\n\r\n",
                "zz\r\nabc\r\n0\r\n\r\n",
                "\r\n\r\n",
            })
    void aBodyInBrokenPieces_isNeverPassedOnAsAWhole(String pieces) throws IOException {
        String answer = RawHttp.exchange(RestAssured.port, head("Transfer-Encoding: chunked\r\n") + pieces);

        assertThat(answer).doesNotContain(" 200 ").doesNotContain(" 500 ");
        assertThat(completed).hasValue(0);
    }

    @Test
    void aBodyThatBreaksOff_isNeverPassedOnAsAWhole() throws IOException {
        AtomicInteger broken = new AtomicInteger();
        StandIn.INGEST.answers(request -> {
            request.exceptionHandler(failure -> broken.incrementAndGet());
            request.body().onSuccess(body -> completed.incrementAndGet());
        });
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(head("Content-Length: 1000\r\n") + "half of it");
            await().until(() -> !StandIn.INGEST.received().isEmpty());
        }

        await().atMost(Duration.ofSeconds(5)).untilAtomic(broken, is(1));
        assertThat(completed).hasValue(0);
    }

    @Test
    void requestsInARow_areEachJudgedByTheirOwnToken() throws IOException {
        String two = head("Content-Length: 2\r\n") + "ab"
                + "GET /practices/Z00001/items HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answers = RawHttp.exchange(RestAssured.port, two);

        assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 401");
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void trailers_areNotPassedOn() throws IOException {
        String answer = RawHttp.exchange(
                RestAssured.port,
                head("Transfer-Encoding: chunked\r\nTrailer: X-Ods\r\n")
                        + "3\r\nabc\r\n0\r\nX-Ods: Z00002\r\nAuthorization: Bearer x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"bytes\":3");
        assertThat(StandIn.INGEST.only().headers()).doesNotContainKeys("Trailer", "X-Ods");
    }

    @Test
    void anAnswerCannotBeSplit_byAHeaderOfTheRequest() throws IOException {
        String answer = RawHttp.exchange(
                RestAssured.port,
                "GET /nothing HTTP/1.1\r\nHost: x\r\nX-Request-ID: a%0d%0aX-Evil: 1\r\nOrigin: a\u0000b\r\n\r\n");

        assertThat(answer).doesNotContain("X-Evil");
    }

    private static String head(String framing) {
        return "POST /practices/Z00001/update-records HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TestTokens.of("pharmacy", "FA123") + "\r\n" + framing + "\r\n";
    }
}
