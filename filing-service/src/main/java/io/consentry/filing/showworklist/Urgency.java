package io.consentry.filing.showworklist;

/** The worklist's first order. */
final class Urgency {

    static final short SAME_DAY = 0;
    static final short ROUTINE = 1;

    private Urgency() {}

    static short of(boolean urgent) {
        return urgent ? SAME_DAY : ROUTINE;
    }
}
