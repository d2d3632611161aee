package io.consentry.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The other side is held in hand, so that it is known what was wanted before a call was sent. */
@Timeout(60)
class GatheringTest {

    private static final int MOST_IN_A_CALL = 3;

    /** A call as it was sent. */
    private record Call(List<String> wants, UniEmitter<? super List<Integer>> answer) {

        void give(Integer... answers) {
            answer.complete(List.of(answers));
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Call> sent = new LinkedBlockingQueue<>();
    private final Gathering<String, Integer> gathering =
            new Gathering<>(vertx, MOST_IN_A_CALL, this::send, IllegalArgumentException.class::isInstance);

    private Uni<List<Integer>> send(List<String> wants) {
        return Uni.createFrom().emitter(emitter -> sent.add(new Call(wants, emitter)));
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private CompletableFuture<Integer> ask(String want) {
        return gathering.ask(want).subscribeAsCompletionStage().toCompletableFuture();
    }

    private Call nextCall() throws InterruptedException {
        Call call = sent.poll(30, TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private List<Call> allThatMayBeUnderWay() throws InterruptedException {
        ask("one");
        Call first = nextCall();
        ask("two");
        return List.of(first, nextCall());
    }

    private static Integer answer(CompletableFuture<Integer> asked) {
        return asked.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void want_goesAtOnce_whileFewCallsAreUnderWay() throws InterruptedException {
        CompletableFuture<Integer> first = ask("one");
        Call call = nextCall();
        CompletableFuture<Integer> second = ask("two");

        assertThat(call.wants()).containsExactly("one");
        nextCall().give(2);
        call.give(1);

        assertThat(answer(first)).isEqualTo(1);
        assertThat(answer(second)).isEqualTo(2);
    }

    @Test
    void wants_goTogether_andNeverInACallThatWasSentBeforeThem() throws InterruptedException {
        List<Call> underWay = allThatMayBeUnderWay();
        CompletableFuture<Integer> third = ask("three");
        CompletableFuture<Integer> fourth = ask("four");
        assertThat(sent.poll(Duration.ofMillis(200).toMillis(), TimeUnit.MILLISECONDS))
                .as("more calls than are allowed")
                .isNull();

        underWay.get(0).give(1);
        Call together = nextCall();
        CompletableFuture<Integer> fifth = ask("five");
        underWay.get(1).give(2);
        Call last = nextCall();
        together.give(3, 4);
        last.give(5);

        assertThat(together.wants()).containsExactly("three", "four");
        assertThat(last.wants()).containsExactly("five");
        assertThat(answer(third)).isEqualTo(3);
        assertThat(answer(fourth)).isEqualTo(4);
        assertThat(answer(fifth)).isEqualTo(5);
    }

    @Test
    void failure_isThatOfItsCallAlone() throws InterruptedException {
        CompletableFuture<Integer> first = ask("one");
        Call failing = nextCall();
        ask("two");
        nextCall();
        CompletableFuture<Integer> third = ask("three");

        failing.answer().fail(new IOException("away"));
        nextCall().give(3);

        assertThatThrownBy(() -> answer(first)).hasCauseInstanceOf(IOException.class);
        assertThat(answer(third)).isEqualTo(3);
    }

    @Test
    void whatOneSpoils_isTriedAgainOneByOne() throws InterruptedException {
        ask("one");
        Call first = nextCall();
        ask("two");
        nextCall();
        CompletableFuture<Integer> third = ask("three");
        CompletableFuture<Integer> fourth = ask("four");
        // Nothing else tells that both wait.
        Thread.sleep(200);
        first.give(1);

        Call spoilt = nextCall();
        assertThat(spoilt.wants()).containsExactly("three", "four");
        spoilt.answer().fail(new IllegalArgumentException("one of them"));
        Call alone = nextCall();
        assertThat(alone.wants()).containsExactly("three");
        alone.answer().fail(new IllegalArgumentException("this one"));
        nextCall().give(4);

        assertThatThrownBy(() -> answer(third)).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(answer(fourth)).isEqualTo(4);
    }

    @Test
    void noneIsTriedAnyMore_onceAFailureIsNobodysDoing() throws InterruptedException {
        Call first = allThatMayBeUnderWay().get(0);
        CompletableFuture<Integer> third = ask("three");
        CompletableFuture<Integer> fourth = ask("four");
        // Nothing else tells that both wait.
        Thread.sleep(200);
        first.give(1);

        nextCall().answer().fail(new IllegalArgumentException("one of them"));
        nextCall().answer().fail(new IOException("away"));
        CompletableFuture<Integer> fifth = ask("five");
        nextCall().give(5);

        assertThatThrownBy(() -> answer(third)).hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> answer(fourth)).hasCauseInstanceOf(IOException.class);
        assertThat(answer(fifth)).isEqualTo(5);
    }

    @Test
    void callsThatAreNeverAnswered_giveTheirPlacesAway() throws InterruptedException {
        Gathering<String, Integer> impatient = new Gathering<>(
                vertx, MOST_IN_A_CALL, Duration.ZERO, Duration.ofSeconds(1), this::send, failure -> false);
        List<CompletableFuture<Integer>> unanswered = new ArrayList<>();
        for (int call = 0; call < Gathering.CALLS_AT_ONCE; call++) {
            unanswered.add(impatient.ask("cut off").subscribeAsCompletionStage());
            nextCall();
        }
        CompletableFuture<Integer> last = impatient.ask("later").subscribeAsCompletionStage();

        nextCall().give(3);

        assertThat(answer(last)).isEqualTo(3);
        assertThat(unanswered)
                .allSatisfy(one -> assertThatThrownBy(() -> answer(one)).hasCauseInstanceOf(TimeoutException.class));
    }

    @Test
    void want_waitsOnlyForThoseWhoAreOnTheWay() throws InterruptedException {
        OnTheWay others = new OnTheWay();
        Gathering<String, Integer> patient = new Gathering<String, Integer>(
                        vertx, MOST_IN_A_CALL, Duration.ofSeconds(20), this::send, failure -> false)
                .waitingOnlyFor(others);
        CompletableFuture<Integer> alone = patient.ask("alone").subscribeAsCompletionStage();
        Call call = nextCall();
        call.give(0);
        assertThat(call.wants()).containsExactly("alone");
        assertThat(answer(alone)).isZero();

        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<Integer> asked = others.during(Uni.createFrom().completionStage(() -> other))
                .chain(patient::ask)
                .subscribeAsCompletionStage();
        CompletableFuture<Integer> waits = patient.ask("first").subscribeAsCompletionStage();
        assertThat(sent.poll(Duration.ofMillis(200).toMillis(), TimeUnit.MILLISECONDS))
                .as("sent without the one on the way")
                .isNull();
        other.complete("second");
        Call together = nextCall();
        together.give(1, 2);

        assertThat(together.wants()).containsExactly("first", "second");
        assertThat(answer(waits)).isEqualTo(1);
        assertThat(answer(asked)).isEqualTo(2);
    }

    @Test
    void whereOthersAreLikely_wantsWaitForTheCallThatIsUnderWay_untilTheyFillOne() throws InterruptedException {
        Gathering<String, Integer> busy = new Gathering<String, Integer>(
                        vertx, MOST_IN_A_CALL, Duration.ofSeconds(20), this::send, failure -> false)
                .waitingOnlyFor(new OnTheWay());
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        asked.add(busy.ask("one").subscribeAsCompletionStage());
        Call first = nextCall();
        asked.add(busy.ask("two").subscribeAsCompletionStage());
        asked.add(busy.ask("three").subscribeAsCompletionStage());
        assertThat(sent.poll(Duration.ofMillis(200).toMillis(), TimeUnit.MILLISECONDS))
                .as("sent beside the one that is under way")
                .isNull();

        first.give(1);
        Call next = nextCall();
        Stream.of("four", "five", "six")
                .forEach(want -> asked.add(busy.ask(want).subscribeAsCompletionStage()));
        Call full = nextCall();
        next.give(2, 3);
        full.give(4, 5, 6);

        assertThat(next.wants()).containsExactly("two", "three");
        assertThat(full.wants()).containsExactly("four", "five", "six");
        assertThat(asked).extracting(GatheringTest::answer).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void wantsThatComeInOneGo_leaveTogether_andTheFirstNotAlone() throws InterruptedException {
        Vertx oneThread = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            Gathering<String, Integer> busy = new Gathering<String, Integer>(
                            oneThread, MOST_IN_A_CALL, Duration.ofSeconds(20), this::send, failure -> false)
                    .waitingOnlyFor(new OnTheWay());

            oneThread.runOnContext(now -> Stream.of("one", "two", "three")
                    .forEach(want -> busy.ask(want).subscribe().with(answer -> {})));

            assertThat(nextCall().wants()).containsExactly("one", "two", "three");
        } finally {
            oneThread.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void whoeverFailsOnTheWay_isWaitedForNoLonger() throws InterruptedException {
        OnTheWay others = new OnTheWay();
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> failing =
                others.during(Uni.createFrom().completionStage(() -> other)).subscribeAsCompletionStage();
        assertThat(others.isNobody()).isFalse();

        other.completeExceptionally(new IOException("away"));

        assertThatThrownBy(failing::join).hasCauseInstanceOf(IOException.class);
        assertThat(others.isNobody()).isTrue();
    }

    @Test
    void whoeverGoesAwayAfterwards_isNotCountedTwice() {
        OnTheWay others = new OnTheWay();
        Cancellable request = others.during(Uni.createFrom().item("read"))
                .chain(read -> Uni.createFrom().<String>nothing())
                .subscribe()
                .with(answer -> {});

        request.cancel();

        assertThat(others.isNobody()).isTrue();
    }

    @Test
    void call_carriesNoMoreThanItMay() throws InterruptedException {
        List<Call> underWay = allThatMayBeUnderWay();
        List.of("three", "four", "five", "six").forEach(this::ask);
        // Nothing else tells that all of them wait.
        Thread.sleep(200);

        underWay.get(0).give(1);
        Call full = nextCall();
        full.give(3, 4, 5);

        assertThat(full.wants()).containsExactly("three", "four", "five");
        assertThat(nextCall().wants()).containsExactly("six");
    }

    @Test
    void answersThatAreTooFew_areAFailure_andNotSilence() throws InterruptedException {
        CompletableFuture<Integer> asked = ask("one");

        nextCall().give();

        assertThatThrownBy(() -> answer(asked)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void wantsThatWaitForOthersInVain_goAllTheSame() throws InterruptedException {
        comeFast();

        CompletableFuture<Integer> alone = ask("alone");
        Call slow = nextCall();
        assertThat(slow.wants()).containsExactly("alone");
        ask("another");
        Call slowToo = nextCall();
        CompletableFuture<Integer> last = ask("last");
        // Longer than anybody waits for others, and nothing may be sent.
        Thread.sleep(200);
        slow.give(1);
        nextCall().give(3);
        slowToo.give(2);

        assertThat(answer(alone)).isEqualTo(1);
        assertThat(answer(last)).isEqualTo(3);
    }

    /** So many at once that others are expected after each. */
    private void comeFast() throws InterruptedException {
        List<CompletableFuture<Integer>> fast =
                Stream.generate(() -> ask("fast")).limit(400).toList();
        while (!fast.stream().allMatch(CompletableFuture::isDone)) {
            Call call = sent.poll(10, TimeUnit.MILLISECONDS);
            if (call != null) {
                call.give(call.wants().stream().map(want -> 0).toArray(Integer[]::new));
            }
        }
    }
}
