package io.consentry.gather;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends many wants in one call, since a call costs far more than what it carries.
 *
 * <p>What comes alone goes at once and alone. Where so much comes that others are likely to follow within milliseconds, a
 * want waits for them, unless it is {@linkplain #waitingOnlyFor known} that nobody will, and for the call that is under
 * way: all that wait go with the next one. Whoever waits in vain goes with a second call, and no third is sent meanwhile. A
 * want only ever joins a call that has not been sent. Whoever goes away does not cancel the call. Where one want can spoil
 * a call, each is tried again by itself.
 *
 * @param <W> what is wanted
 * @param <A> its answer
 */
public final class Gathering<W, A extends @Nullable Object> {

    /** Enough that one slow answer holds up nobody for long, and few enough that wants gather under load. */
    static final int CALLS_AT_ONCE = 2;

    /** Less than whoever sends a message over a network would notice; where so many send, more is saved than waited for. */
    private static final Duration UNNOTICED = Duration.ofMillis(48);

    /** Nobody outside waits longer. What is never answered, as when the other side is cut off, gives its place away then. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final int mostInACall;
    private final Duration waitForOthers;
    private final Duration longestCall;
    private final Function<List<W>, Uni<List<A>>> call;
    private final Predicate<Throwable> spoilt;
    private final Vertx vertx;
    private @Nullable OnTheWay others;
    /** Everything below is touched on this one thread only. */
    private final Context ours;

    private final Pace pace = new Pace(System.nanoTime());
    private List<Wanted<W, A>> waiting = new ArrayList<>();
    private int underWay;
    private boolean alarmIsSet;
    private boolean isAboutToLook;

    /** One in which a want waits for others where nobody notices, for 48 milliseconds at most. */
    public Gathering(Vertx vertx, int mostInACall, Function<List<W>, Uni<List<A>>> call, Predicate<Throwable> spoilt) {
        this(vertx, mostInACall, UNNOTICED, call, spoilt);
    }

    /**
     * Nothing is under way yet.
     *
     * @param mostInACall as many as one call may carry
     * @param waitForOthers the longest that a want waits where others are likely to follow
     * @param call answers each want, in order; its failure is that of each
     * @param spoilt the failures that are one want's doing
     */
    public Gathering(
            Vertx vertx,
            int mostInACall,
            Duration waitForOthers,
            Function<List<W>, Uni<List<A>>> call,
            Predicate<Throwable> spoilt) {
        this(vertx, mostInACall, waitForOthers, LONGEST_CALL, call, spoilt);
    }

    Gathering(
            Vertx vertx,
            int mostInACall,
            Duration waitForOthers,
            Duration longestCall,
            Function<List<W>, Uni<List<A>>> call,
            Predicate<Throwable> spoilt) {
        this.mostInACall = mostInACall;
        this.waitForOthers = waitForOthers;
        this.longestCall = longestCall;
        this.call = call;
        this.spoilt = spoilt;
        this.vertx = vertx;
        this.ours = ((VertxInternal) vertx).createEventLoopContext();
    }

    /**
     * Says that it is known who is about to want the same: a want waits for these alone, and no longer than before. Before the
     * first is asked.
     */
    public Gathering<W, A> waitingOnlyFor(OnTheWay known) {
        this.others = known;
        return this;
    }

    /** The answer, or the failure of the call that went for it; where the caller is at home. */
    public Uni<A> ask(W want) {
        return Uni.createFrom().emitter(emitter -> {
            Wanted<W, A> wanted = new Wanted<>(want, emitter, Vertx.currentContext(), System.nanoTime());
            ours.runOnContext(now -> {
                pace.came(wanted.cameNanos());
                waiting.add(wanted);
                lookWhenAllCame();
            });
        });
    }

    /** Those that come in one go are all here when it is looked: the first of them would leave alone, and the others wait. */
    private void lookWhenAllCame() {
        if (!isAboutToLook) {
            isAboutToLook = true;
            ours.runOnContext(now -> {
                isAboutToLook = false;
                callWhereItIsTime();
            });
        }
    }

    private void callWhereItIsTime() {
        while (underWay < CALLS_AT_ONCE && !waiting.isEmpty() && isTime()) {
            List<Wanted<W, A>> sent = List.copyOf(waiting.subList(0, Math.min(waiting.size(), mostInACall)));
            waiting = new ArrayList<>(waiting.subList(sent.size(), waiting.size()));
            underWay++;
            call(sent, answers -> tell(sent, answers), failure -> failed(sent, failure));
        }
    }

    /**
     * What comes of it is told on our own thread. A call that is given up goes on: in the middle of a transaction it would
     * keep its connection for ever.
     */
    private void call(List<Wanted<W, A>> sent, Consumer<List<A>> answered, Consumer<Throwable> failed) {
        List<W> wants = sent.stream().map(Wanted::want).toList();
        Promise<List<A>> outcome = Promise.promise();
        long alarm = vertx.setTimer(longestCall.toMillis(), late -> outcome.tryFail(new TimeoutException()));
        outcome.future()
                .onComplete(result -> ours.runOnContext(now -> {
                    vertx.cancelTimer(alarm);
                    if (result.succeeded()) {
                        answered.accept(result.result());
                    } else {
                        failed.accept(result.cause());
                    }
                }));
        Uni.createFrom()
                .deferred(() -> call.apply(wants))
                .invoke(answers -> {
                    if (answers.size() != wants.size()) {
                        throw new IllegalStateException("Not every want was answered");
                    }
                })
                .subscribe()
                .with(outcome::tryComplete, outcome::tryFail);
    }

    /** Whether there is nothing to wait for, or the first has waited long enough; if not, looks again when it has. */
    private boolean isTime() {
        Duration left =
                waitForOthers.minusNanos(System.nanoTime() - waiting.get(0).cameNanos());
        if (isNothingToWaitFor() || left.toMillis() <= 0) {
            return true;
        }
        if (!alarmIsSet) {
            alarmIsSet = true;
            vertx.setTimer(
                    left.toMillis(),
                    over -> ours.runOnContext(now -> {
                        alarmIsSet = false;
                        callWhereItIsTime();
                    }));
        }
        return false;
    }

    /** Nobody is likely to follow; or all came that are, and no call is under way after which whoever waits goes at once. */
    private boolean isNothingToWaitFor() {
        long expected = pace.expectedWithin(waitForOthers);
        return expected <= 1
                || waiting.size() >= mostInACall
                || (underWay == 0 && (waiting.size() >= expected || (others != null && others.isNobody())));
    }

    private void tell(List<Wanted<W, A>> sent, List<A> answers) {
        ended();
        for (int i = 0; i < sent.size(); i++) {
            sent.get(i).answer(answers.get(i));
        }
    }

    private void failed(List<Wanted<W, A>> sent, Throwable failure) {
        if (sent.size() > 1 && spoilt.test(failure)) {
            tryAlone(sent, 0);
        } else {
            ended();
            sent.forEach(wanted -> wanted.fail(failure));
        }
    }

    /** One after the other, in the place of the call that failed, until a failure is nobody's doing. */
    private void tryAlone(List<Wanted<W, A>> sent, int next) {
        if (next == sent.size()) {
            ended();
            return;
        }
        Wanted<W, A> wanted = sent.get(next);
        call(
                List.of(wanted),
                answers -> {
                    wanted.answer(answers.get(0));
                    tryAlone(sent, next + 1);
                },
                failure -> {
                    if (spoilt.test(failure)) {
                        wanted.fail(failure);
                        tryAlone(sent, next + 1);
                    } else {
                        ended();
                        sent.subList(next, sent.size()).forEach(left -> left.fail(failure));
                    }
                });
    }

    private void ended() {
        underWay--;
        callWhereItIsTime();
    }
}
