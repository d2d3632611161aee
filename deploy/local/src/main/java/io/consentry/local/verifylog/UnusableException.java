package io.consentry.local.verifylog;

/** What was given cannot be verified at all: it is no bundle, no checkpoint, or no key. */
final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
        super(message);
    }

    UnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
