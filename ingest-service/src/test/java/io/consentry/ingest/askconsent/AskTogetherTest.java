package io.consentry.ingest.askconsent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The consent service's side is held in hand, so that it is known which questions were asked before a call was sent. */
class AskTogetherTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** A call as it was sent. */
    private record Call(List<Question> questions, UniEmitter<? super List<Decision>> answer) {

        void answer(long position) {
            answer.complete(questions.stream()
                    .map(question -> new Decision(Decision.OPTED_IN, position, NOON))
                    .toList());
        }

        List<String> practices() {
            return questions.stream().map(Question::practice).toList();
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Call> sent = new LinkedBlockingQueue<>();
    private final AskTogether together = new AskTogether(
            vertx, questions -> Uni.createFrom().emitter(emitter -> sent.add(new Call(questions, emitter))));

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private CompletableFuture<Decision> ask(String practice) {
        return together.ask(new Question(practice, "contraception"))
                .subscribeAsCompletionStage()
                .toCompletableFuture();
    }

    private Call nextCall() throws InterruptedException {
        Call call = sent.poll(30, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private static Decision answer(CompletableFuture<Decision> asked) {
        return asked.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void question_isAskedAtOnce_whileFewCallsAreUnderWay() throws InterruptedException {
        CompletableFuture<Decision> first = ask("A00001");
        Call call = nextCall();
        CompletableFuture<Decision> second = ask("A00002");

        assertThat(call.practices()).containsExactly("A00001");
        nextCall().answer(2);
        call.answer(1);

        assertThat(answer(first).position()).isEqualTo(1);
        assertThat(answer(second).position()).isEqualTo(2);
    }

    @Test
    void questions_goTogether_andNeverInACallThatWasSentBeforeThem() throws InterruptedException {
        ask("A00001");
        Call first = nextCall();
        ask("A00002");
        Call second = nextCall();
        CompletableFuture<Decision> third = ask("A00003");
        CompletableFuture<Decision> fourth = ask("A00004");
        assertThat(sent.poll(Duration.ofMillis(200).toMillis(), TimeUnit.MILLISECONDS))
                .as("more calls than are allowed")
                .isNull();

        first.answer(1);
        Call together = nextCall();
        CompletableFuture<Decision> fifth = ask("A00005");
        second.answer(2);
        Call last = nextCall();
        together.answer(34);
        last.answer(5);

        assertThat(together.practices()).containsExactly("A00003", "A00004");
        assertThat(last.practices()).containsExactly("A00005");
        assertThat(answer(third).position()).isEqualTo(34);
        assertThat(answer(fourth).position()).isEqualTo(34);
        assertThat(answer(fifth).position()).isEqualTo(5);
    }

    @Test
    void failure_isThatOfItsCallAlone() throws InterruptedException {
        CompletableFuture<Decision> first = ask("A00001");
        Call failing = nextCall();
        ask("A00002");
        nextCall();
        CompletableFuture<Decision> third = ask("A00003");

        failing.answer().fail(new ConsentCannotBeAskedException("away", null));
        nextCall().answer(3);

        assertThatThrownBy(() -> answer(first)).hasCauseInstanceOf(ConsentCannotBeAskedException.class);
        assertThat(answer(third).position()).isEqualTo(3);
    }
}
