package io.consentry.gateway.passon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.RawHttp;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.consentry.testing.TestTokens;
import io.restassured.RestAssured;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection to a service is shared by callers, one after another: whoever goes must not end another's call. */
@GatewayTest
class LeavingCallersTest {

    /** What the gateway takes from a service before it waits for its caller, so that the service has answered. */
    private static final int ANSWER = 50_000;

    /** More than all buffers on the way to a caller hold. */
    private static final int QUESTIONS = 400;

    private static final int OTHERS = 7;

    private static final int MORE_THAN_TOLERATED = 8;

    private static final String QUESTION =
            "GET /practices/Z00001/items HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void reset() {
        StandInServices.reset();
        StandIn.FILING.answers(request -> {
            if (request.method().name().equals("GET")) {
                request.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(new byte[ANSWER]));
            } else {
                held.add(request);
            }
        });
    }

    @AfterEach
    void letGo() {
        StandInServices.reset();
    }

    @Test
    void aCallerThatLeavesItsAnswerUnread_endsNobodyElsesCall() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> others;
        try (RawHttp leaving = RawHttp.connect(RestAssured.port)) {
            askWithoutReading(leaving);
            others = IntStream.range(0, OTHERS).mapToObj(i -> act()).toList();
            await().until(() -> held.size() == OTHERS);
            leaving.socket().setSoLinger(true, 0);
        }
        Thread.sleep(300);
        StandIn.FILING.on(() -> held.forEach(request ->
                request.response().putHeader("Content-Type", "application/json").end("{}")));

        assertThat(others)
                .allSatisfy(other -> assertThat(other.join().statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callersThatLeaveBeforeTheirAnswer_areNoFailuresOfTheService(boolean abruptly) throws Exception {
        StandIn.FILING.answers(held::add);
        for (int i = 1; i <= MORE_THAN_TOLERATED; i++) {
            int reached = i;
            try (RawHttp leaving = RawHttp.connect(RestAssured.port)) {
                leaving.send(QUESTION.formatted(TestTokens.of("practice", "Z00001")));
                await().until(() -> held.size() == reached);
                if (abruptly) {
                    leaving.socket().setSoLinger(true, 0);
                }
            }
        }
        await().until(() -> held.stream().allMatch(request -> request.response().closed()));
        StandIn.FILING.answers(request ->
                request.response().putHeader("Content-Type", "application/json").end("{}"));

        assertThat(act().join().statusCode()).isEqualTo(200);
    }

    /** Until the service has answered, and the answer waits in the gateway because its caller takes no more. */
    private void askWithoutReading(RawHttp caller) throws IOException, InterruptedException {
        caller.send(QUESTION.formatted(TestTokens.of("practice", "Z00001")).repeat(QUESTIONS));
        await().until(() -> !StandIn.FILING.received().isEmpty());
        int before;
        do {
            before = StandIn.FILING.received().size();
            Thread.sleep(300);
        } while (StandIn.FILING.received().size() > before);
        assertThat(before).as("answers taken").isLessThan(QUESTIONS);
    }

    private CompletableFuture<HttpResponse<String>> act() {
        HttpRequest act = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port
                        + "/practices/Z00001/items/00000000-0000-7000-8000-000000000001/file"))
                .header("Authorization", "Bearer " + TestTokens.of("practice", "Z00001"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return client.sendAsync(act, BodyHandlers.ofString());
    }
}
