package io.consentry.gateway.passon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.RestAssured;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class StreamingTest {

    private static final int PIECE = 64 * 1024;
    private static final long MB = 1024 * 1024;
    /** Socket buffers of four sockets and the queues between; far less than what is on its way. */
    private static final long IN_FLIGHT = 24 * MB;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void anAnswerLargerThanMemory_passesAtThePaceOfItsReader() throws Exception {
        long total = 2048 * MB;
        AtomicLong written = new AtomicLong();
        StandIn.CONSENT.answers(request -> pour(request.response().setChunked(true), total, written));

        HttpResponse<InputStream> answer = client.send(audit(), BodyHandlers.ofInputStream());
        // Nobody reads: what the service could write is what the buffers on the way hold.
        Thread.sleep(500);
        assertThat(written.get()).isLessThan(IN_FLIGHT);

        try (InputStream body = answer.body()) {
            assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(total);
        }
    }

    @Test
    void aBody_waitsForAServiceThatDoesNotRead() throws Exception {
        CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
        AtomicLong read = new AtomicLong();
        StandIn.INGEST.answers(request -> {
            request.pause();
            request.handler(piece -> read.addAndGet(piece.length()));
            request.endHandler(end -> request.response().end("read " + read.get()));
            arrived.complete(request);
        });
        long total = 60 * MB;
        AtomicLong sent = new AtomicLong();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                send(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeroes(total, sent))), BodyHandlers.ofString());

        HttpServerRequest request = arrived.get();
        Thread.sleep(500);
        assertThat(sent.get()).isLessThan(IN_FLIGHT);
        StandIn.INGEST.on(request::resume);

        assertThat(answer.get().body()).isEqualTo("read " + total);
    }

    @Test
    void anEventStream_arrivesEventByEvent() throws Exception {
        CompletableFuture<HttpServerResponse> open = new CompletableFuture<>();
        StandIn.CONSENT.answers(request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: 1\n\n");
            open.complete(request.response());
        });

        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("GET /audit/consent-events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + TestTokens.of("auditor", "X26") + "\r\n\r\n");
            assertThat(connection.readUntil("data: 1")).contains("text/event-stream");
            // Silence longer than a service has to begin its answer does not end a stream.
            Thread.sleep(1500);
            StandIn.CONSENT.on(() -> open.join().write("data: 2\n\n"));
            connection.readUntil("data: 2");
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> open.join().closed());
    }

    @Test
    void anEventStream_isOpen_beforeItsFirstEvent() throws Exception {
        StandIn.FILING.answers(request -> request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .writeHead());

        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("GET /practices/Z00001/items/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + TestTokens.of("practice", "Z00001") + "\r\n\r\n");
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(connection.isClosedWithin(500)).isFalse();
        }
    }

    @Test
    void anEventStream_endsWithTheTokenThatOpenedIt() throws Exception {
        StandIn.CONSENT.answers(request -> request.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .write("data: 1\n\n"));

        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send("GET /audit/consent-events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + TestTokens.endingIn("auditor", "X26", Duration.ofSeconds(3)) + "\r\n\r\n");
            connection.readUntil("data: 1");
            assertThat(connection.isClosedWithin(500)).isFalse();
            assertThat(connection.isClosedWithin(5000)).isTrue();
        }
    }

    @Test
    void anAnswerThatBreaksOff_isNotPassedOnAsAWhole() {
        StandIn.CONSENT.answers(request -> {
            request.response().setChunked(true).write("half of it");
            StandIn.CONSENT.later(100, () -> request.connection().close());
        });

        assertThatThrownBy(() -> client.send(audit(), BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    @Test
    void aBodyOfUnknownLength_isRefused_whenItGrowsTooLarge() throws Exception {
        StandIn.INGEST.answers(
                request -> request.body().onSuccess(all -> request.response().end()));
        AtomicLong sent = new AtomicLong();

        HttpResponse<String> answer = client.send(
                send(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeroes(65 * MB, sent))),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/message-too-large").contains("20015");
    }

    @Test
    void aBodyThatIsAnnouncedTooLarge_isRefusedUnread() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(head("Content-Length: 5000000000\r\n"));

            assertThat(connection.readUntil("}")).startsWith("HTTP/1.1 413").contains("message-too-large");
            assertThat(connection.isClosedWithin(3000)).isTrue();
        }
        assertThat(StandIn.INGEST.received()).isEmpty();
    }

    @Test
    void aBodyThatTrickles_isRefused() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(head("Content-Length: 1000\r\n") + "abc");

            assertThat(connection.readUntil("}")).startsWith("HTTP/1.1 408").contains("request-too-slow");
            assertThat(connection.isClosedWithin(3000)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutBody_leavesTheConnectionFitForTheNext(int status) throws Exception {
        StandIn.CONSENT.answers(
                request -> request.response().setStatusCode(status).end());
        String question = "GET /audit/consent-events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TestTokens.of("auditor", "X26") + "\r\n\r\n";

        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(question);
            String first = connection.readUntil("\r\n\r\n");
            connection.send(question);
            String second = connection.readUntil("\r\n\r\n");

            assertThat(first).startsWith("HTTP/1.1 " + status).doesNotContainIgnoringCase("transfer-encoding");
            assertThat(second).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void aCallerThatWaitsForPermissionToSend_getsIt() throws Exception {
        try (RawHttp connection = RawHttp.connect(RestAssured.port)) {
            connection.send(head("Content-Length: 5\r\nExpect: 100-continue\r\n"));
            assertThat(connection.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            connection.send("hello");
            assertThat(connection.readUntil("}")).startsWith("HTTP/1.1 200").contains("\"bytes\":5");
        }
    }

    private static String head(String more) {
        return "POST /practices/Z00001/update-records HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+xml\r\n"
                + "Authorization: Bearer " + TestTokens.of("pharmacy", "FA123") + "\r\n" + more + "\r\n";
    }

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    private HttpRequest audit() {
        return HttpRequest.newBuilder(at("/audit/consent-events"))
                .header("Authorization", "Bearer " + TestTokens.of("auditor", "X26"))
                .build();
    }

    private HttpRequest send(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(at("/practices/Z00001/update-records"))
                .header("Authorization", "Bearer " + TestTokens.of("pharmacy", "FA123"))
                .POST(body)
                .build();
    }

    private static void pour(HttpServerResponse response, long total, AtomicLong written) {
        Buffer piece = Buffer.buffer(new byte[PIECE]);
        while (written.get() < total) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> pour(response, total, written));
                return;
            }
            response.write(piece);
            written.addAndGet(PIECE);
        }
        response.end();
    }

    /** So many zeroes, counted as they are taken. */
    private static final class Zeroes extends InputStream {

        private final AtomicLong taken;
        private long left;

        Zeroes(long size, AtomicLong taken) {
            this.left = size;
            this.taken = taken;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            left -= n;
            taken.addAndGet(n);
            return n;
        }
    }
}
