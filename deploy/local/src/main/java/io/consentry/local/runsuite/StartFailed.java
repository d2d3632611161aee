package io.consentry.local.runsuite;

/** The suite could not be started; the message says to a person why, and what to do. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
