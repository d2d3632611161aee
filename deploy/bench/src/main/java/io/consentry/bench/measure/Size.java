package io.consentry.bench.measure;

import java.time.Duration;

/**
 * How much is stored, and how long is measured.
 *
 * @param events of consent in the log
 * @param practices that they are of
 * @param items in the worklists
 * @param rounds how often each side of a row is measured, once it is steady
 * @param time that each measurement of a rate takes
 */
public record Size(int events, int practices, int items, int rounds, Duration time) {

    /** For everybody: what takes longest is that the services are compiled first. */
    public static final Size SHORT = new Size(100_000, 1_000, 20_000, 3, Duration.ofSeconds(3));

    /** What a country would have after years. */
    public static final Size FULL = new Size(1_000_000, 10_000, 1_000_000, 5, Duration.ofSeconds(5));

    private static final int FEW_PRACTICES = 100;
    private static final int FEW_ITEMS = 1_000;

    /** As little as there is at the beginning, with as many events of each practice, measured the same way. */
    public Size small() {
        return new Size(events / practices * FEW_PRACTICES, FEW_PRACTICES, FEW_ITEMS, rounds, time);
    }

    /** The same with another number of rounds. */
    public Size withRounds(int other) {
        return new Size(events, practices, items, other, time);
    }
}
