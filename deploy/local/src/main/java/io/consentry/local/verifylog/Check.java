package io.consentry.local.verifylog;

/** What is checked of a bundle as its lines come by. */
interface Check {

    /** The position at which the next event is due. */
    long next();

    /** The position to name where this event is not what it says it is. */
    long placeOf(EventLine event);

    /**
     * Takes the next event.
     *
     * @param hash of its leaf, which the line gives too
     */
    void event(EventLine event, byte[] hash) throws TamperedException;

    /** Takes a checkpoint that covers the events so far. */
    void checkpoint(SignedNote note) throws TamperedException, UnusableException;

    /**
     * Takes note of the end.
     *
     * @param told how many events the last line says there were; -1 where there was no last line
     */
    void end(long told) throws TamperedException, UnusableException;
}
