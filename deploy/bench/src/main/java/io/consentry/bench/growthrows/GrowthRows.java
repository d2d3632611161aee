package io.consentry.bench.growthrows;

import io.consentry.bench.acceptrows.AcceptRows;
import io.consentry.bench.checkprotection.Protection;
import io.consentry.bench.filingrows.FilingRows;
import io.consentry.bench.measure.Goal;
import io.consentry.bench.measure.Row;
import io.consentry.bench.measure.Row.Side;
import io.consentry.bench.measure.Size;
import io.consentry.bench.measure.WarmUp;
import io.consentry.bench.seedconsent.ConsentSeed;
import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.seedingest.MessageSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.bench.watchuse.Compiling;
import java.util.List;

/**
 * The rows about growth: the measured suite against another one on the same machine, with little stored. That one is made
 * warm like the first, or growth would look smaller than it is; what has to be sent for that is stored there too.
 */
public final class GrowthRows {

    private static final Goal GOAL = Goal.share(0.8, 0.95);

    private GrowthRows() {}

    /** The rows; the other suite starts with an empty store, or with what an earlier run left in it. */
    public static List<Row> of(BenchSuite suite, Size size) throws Exception {
        new MessageSeed(suite).reach(size.items());
        new FilingSeed(suite).reach(size.items());
        Size small = size.small();
        BenchSuite other = suite.startAnother("small");
        new ConsentSeed(other).reach(small.events(), small.practices());
        AcceptRows.teachWhereNeeded(other, small);
        Protection.require(other);
        new FilingSeed(other).reach(small.items());
        String many = size.items() + " stored";
        String few = small.items() + " stored, and what warmed it up";
        Side fewPages = FilingRows.turningPages(other, few, small);
        Side fewAccepted = AcceptRows.accepting(other, few, small);
        WarmUp warmUp = new WarmUp(() -> Compiling.upToNow(other));
        warmUp.until(fewPages.once(), fewPages.once().measure());
        warmUp.until(fewAccepted.once(), fewAccepted.once().measure());
        return List.of(
                new Row(
                        "growth: page of 50 pending, with " + many,
                        GOAL,
                        FilingRows.turningPages(suite, many, size),
                        fewPages),
                new Row("growth: accept, with " + many, GOAL, AcceptRows.accepting(suite, many, size), fewAccepted));
    }
}
