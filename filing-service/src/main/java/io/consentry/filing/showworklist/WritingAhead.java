package io.consentry.filing.showworklist;

/**
 * Whether who acts writes the tables themselves, ahead of the projection. While a rebuild changes the tables over, nobody
 * does: the projection waits for it and shows the act later, and no act waits with its stream locked.
 */
public final class WritingAhead {

    private static final String LOCK = "hashtextextended('written-ahead', 0)";

    /** True until the transaction ends, or false while somebody holds all off or waits to. */
    static final String MAY = "(select pg_try_advisory_xact_lock_shared(" + LOCK + "))";

    /** Waits for those who write ahead, and holds off all others until the transaction ends. */
    public static final String HOLD_OFF = "select pg_advisory_xact_lock(" + LOCK + ")";

    private WritingAhead() {}
}
