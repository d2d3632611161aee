package io.consentry.bench.measure;

import io.consentry.bench.measure.Row.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures a row: both sides in turn, so that whatever else the machine does meets both. Before it counts, the suite's side
 * runs until it has become steady.
 *
 * @param count how often each side is measured
 * @param warmUp before that
 */
public record Rounds(int count, WarmUp warmUp) {

    /** What takes so long is warm before it ends, and is measured once. */
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Measures; a failure is an outcome too. */
    public Outcome measure(Row row) {
        try {
            return row.measured().once() instanceof Found found
                    ? new Outcome(row, new Amounts(row.measured().unit(), found.last(count)), null, null)
                    : measureInTurn(row);
        } catch (Exception e) {
            return Outcome.failed(row, e);
        }
    }

    private Outcome measureInTurn(Row row) throws Exception {
        Side limit = row.limit();
        List<Double> ours = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        long began = System.nanoTime();
        double first = once(row.measured());
        if (System.nanoTime() - began > LONG.toNanos()) {
            ours.add(first);
            add(limits, limit);
            return outcome(row, ours, limits);
        }
        warmUp.until(row.measured().once(), first);
        once(limit);
        for (int round = 0; round < count; round++) {
            // Who comes first changes, since the first may warm something up for the second.
            boolean limitFirst = round % 2 == 1;
            if (limitFirst) {
                add(limits, limit);
            }
            ours.add(once(row.measured()));
            if (!limitFirst) {
                add(limits, limit);
            }
        }
        return outcome(row, ours, limits);
    }

    private static Outcome outcome(Row row, List<Double> ours, List<Double> limits) {
        Side limit = row.limit();
        return new Outcome(
                row,
                new Amounts(row.measured().unit(), ours),
                limit == null ? null : new Amounts(limit.unit(), limits),
                null);
    }

    private static void add(List<Double> amounts, @Nullable Side side) throws Exception {
        if (side != null) {
            amounts.add(once(side));
        }
    }

    private static double once(@Nullable Side side) throws Exception {
        return side == null ? 0 : side.once().measure();
    }
}
