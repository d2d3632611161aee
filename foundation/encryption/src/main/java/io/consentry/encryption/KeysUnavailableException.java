package io.consentry.encryption;

/** The database with the keys cannot be reached now. */
public class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super("The database with the keys cannot be reached", cause);
    }
}
