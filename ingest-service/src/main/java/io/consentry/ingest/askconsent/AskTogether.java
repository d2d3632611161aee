package io.consentry.ingest.askconsent;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks many questions in one call, since a call costs far more than a question: while as many calls as are allowed are
 * under way, questions gather, and the next call takes all of them.
 *
 * <p>A question only ever joins a call that has not been sent: the read that answers it begins after it was asked, so an
 * opt-out that had been acknowledged by then is seen.
 */
final class AskTogether {

    /** Enough that one slow answer holds nobody up, and few enough that questions gather under load. */
    static final int CALLS_AT_ONCE = 2;

    /** As many as the consent service takes. */
    private static final int MOST_IN_A_CALL = 1000;

    private final Function<List<Question>, Uni<List<Decision>>> call;
    /** Everything below is touched on this one thread only. */
    private final Context ours;

    private List<Asked> waiting = new ArrayList<>();
    private int underWay;

    AskTogether(Vertx vertx, Function<List<Question>, Uni<List<Decision>>> call) {
        this.call = call;
        this.ours = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** The decision, or the failure of the call that asked for it; where the caller is at home. */
    Uni<Decision> ask(Question question) {
        return Uni.createFrom().emitter(emitter -> {
            Asked asked = new Asked(question, emitter, Vertx.currentContext());
            ours.runOnContext(now -> {
                waiting.add(asked);
                callIfFree();
            });
        });
    }

    private void callIfFree() {
        while (underWay < CALLS_AT_ONCE && !waiting.isEmpty()) {
            List<Asked> together = waiting.subList(0, Math.min(waiting.size(), MOST_IN_A_CALL));
            List<Asked> sent = List.copyOf(together);
            waiting = new ArrayList<>(waiting.subList(sent.size(), waiting.size()));
            underWay++;
            call.apply(sent.stream().map(Asked::question).toList())
                    .subscribe()
                    .with(
                            decisions -> ours.runOnContext(now -> tell(sent, decisions)),
                            failure -> ours.runOnContext(now -> fail(sent, failure)));
        }
    }

    private void tell(List<Asked> sent, List<Decision> decisions) {
        ended();
        for (int i = 0; i < sent.size(); i++) {
            Asked asked = sent.get(i);
            Decision decision = decisions.get(i);
            asked.atHome(() -> asked.emitter().complete(decision));
        }
    }

    private void fail(List<Asked> sent, Throwable failure) {
        ended();
        sent.forEach(asked -> asked.atHome(() -> asked.emitter().fail(failure)));
    }

    private void ended() {
        underWay--;
        callIfFree();
    }

    /**
     * A question on its way.
     *
     * @param home where the answer is waited for; absent on a thread that has no event loop
     */
    private record Asked(
            Question question,
            UniEmitter<? super Decision> emitter,
            @Nullable Context home) {

        void atHome(Runnable step) {
            if (home == null) {
                step.run();
            } else {
                home.runOnContext(now -> step.run());
            }
        }
    }
}
