package io.consentry.ingest.askconsent;

import java.time.Instant;

/**
 * The practice's decision, as the consent service read it.
 *
 * @param outcome {@code opted-in}, {@code opted-out}, or {@code unknown-practice} where the directory lists no open
 *     practice of this code
 * @param position of the consent event that the outcome rests on, 0 where the practice never decided
 * @param at when it was read, by the consent database's clock
 */
public record Decision(String outcome, long position, Instant at) {

    public static final String OPTED_IN = "opted-in";
    public static final String OPTED_OUT = "opted-out";

    public static final String UNKNOWN_PRACTICE = "unknown-practice";

    /** Whether there is a practice that could have decided. */
    public boolean knowsThePractice() {
        return !UNKNOWN_PRACTICE.equals(outcome);
    }

    /** Only an outcome spelt exactly like this lets a message in. */
    public boolean letsIn() {
        return OPTED_IN.equals(outcome);
    }
}
