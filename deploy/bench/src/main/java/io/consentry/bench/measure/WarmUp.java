package io.consentry.bench.measure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets the suite run until it has become steady: a service that has just started is still being compiled, for minutes where
 * a machine has two processors.
 *
 * @param compiling the processor time that compiling has taken up to now
 */
public record WarmUp(Supplier<Duration> compiling) {

    private static final int MOST_RUNS = 120;
    /** What is still not steady after so many runs is noisy. */
    private static final int ENOUGH = 8;

    /** Two runs that differ by no more than this share are steady. */
    private static final double STEADY = 0.07;
    /** Of the time of these runs together: so much compiling never ends. */
    private static final double STILL_COMPILING = 0.06;
    /** Compilers rest for a run and go on, so that one in which they did little tells nothing. */
    private static final int RUNS_TO_TELL = 4;

    /**
     * Returns when one run was like the one before it, and hardly anything was compiled during the last ones.
     *
     * @param first what the work gave before
     */
    public void until(Row.Once work, double first) throws Exception {
        double before = first;
        Deque<Double> shares = new ArrayDeque<>();
        for (int run = 1; run < MOST_RUNS; run++) {
            long began = System.nanoTime();
            Duration compiled = compiling.get();
            double now = work.measure();
            double share = (double) compiling.get().minus(compiled).toNanos() / (System.nanoTime() - began);
            boolean steady = run >= ENOUGH || Math.abs(now - before) <= STEADY * before;
            shares.addLast(share);
            if (shares.size() > RUNS_TO_TELL) {
                shares.removeFirst();
            }
            if (steady && shares.size() == RUNS_TO_TELL && mean(shares) <= STILL_COMPILING) {
                return;
            }
            before = now;
        }
    }

    private static double mean(Collection<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
