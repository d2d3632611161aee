package io.consentry.filing.filemany;

import io.consentry.filing.filemany.FilingsRequest.Seen;
import io.consentry.filing.filemany.FilingsResult.Result;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Files the items of one request, each after the one before. What goes wrong with one may be its own; with two in a row it is
 * not for the items, and the rest are not tried: a hundred would wait for a database that hangs, one after the other.
 */
final class InTurn {

    private static final int NOT_FOR_THE_ITEMS = 2;

    private final Function<Seen, Uni<Result>> one;
    private final AtomicInteger wrongInARow = new AtomicInteger();

    /** @param one files an item, and fails never */
    InTurn(Function<Seen, Uni<Result>> one) {
        this.one = one;
    }

    Uni<Result> file(Seen seen) {
        return Uni.createFrom()
                .deferred(() -> wrongInARow.get() < NOT_FOR_THE_ITEMS
                        ? one.apply(seen).invoke(this::count)
                        : Uni.createFrom().item(FileOne.notTried(seen.id())));
    }

    private void count(Result result) {
        wrongInARow.set(FileOne.wentWrong(result) ? wrongInARow.get() + 1 : 0);
    }
}
