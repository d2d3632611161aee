package io.consentry.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table: a piece of work, and what it is held against.
 *
 * @param work in words
 * @param goal what it must reach
 * @param measured the suite doing it
 * @param limit the same machine doing the least that could do it; absent where the goal is an amount
 */
public record Row(
        String work, Goal goal, Side measured, @Nullable Side limit) {

    /** A row that is held against an amount, such as seconds. */
    public static Row of(String work, Goal goal, Side measured) {
        return new Row(work, goal, measured, null);
    }

    /**
     * One side of a row.
     *
     * @param unit of what {@link Once#measure} gives
     */
    public record Side(String name, String unit, Once once) {}

    /** Does the work once. */
    @FunctionalInterface
    public interface Once {

        /** Gives the amount measured; throws when anything went wrong, since wrong answers are always fast. */
        double measure() throws Exception;
    }
}
