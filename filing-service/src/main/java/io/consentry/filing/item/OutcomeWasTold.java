package io.consentry.filing.item;

/** A decision was to be undone, and the sender had been told a moment before: nothing has happened. */
public final class OutcomeWasTold extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeWasTold() {
        super("The sender was told before", null, false, false);
    }
}
