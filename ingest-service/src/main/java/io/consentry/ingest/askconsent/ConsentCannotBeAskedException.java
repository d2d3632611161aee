package io.consentry.ingest.askconsent;

import org.jspecify.annotations.Nullable;

/** The consent service gave no answer that can be relied on; nobody guesses one. */
public class ConsentCannotBeAskedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConsentCannotBeAskedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
