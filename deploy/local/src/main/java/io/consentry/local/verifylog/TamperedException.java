package io.consentry.local.verifylog;

/** The log is not what was signed. */
final class TamperedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long first;
    private final long last;

    /**
     * It goes wrong at one position.
     *
     * @param position of the first event that is wrong or missing
     */
    TamperedException(long position, String why) {
        this(position, position, why);
    }

    /** It goes wrong at or after one position, and at another at the latest. */
    TamperedException(long first, long last, String why) {
        super(why);
        this.first = first;
        this.last = last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }
}
