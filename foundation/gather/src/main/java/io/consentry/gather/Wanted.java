package io.consentry.gather;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * A want on its way.
 *
 * @param home where the answer is waited for; absent on a thread that has no event loop
 */
record Wanted<W, A extends @Nullable Object>(
        W want, UniEmitter<? super A> emitter, @Nullable Context home, long cameNanos) {

    void answer(A answer) {
        atHome(() -> emitter.complete(answer));
    }

    void fail(Throwable failure) {
        atHome(() -> emitter.fail(failure));
    }

    private void atHome(Runnable step) {
        if (home == null) {
            step.run();
        } else {
            home.runOnContext(now -> step.run());
        }
    }
}
