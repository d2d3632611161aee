package io.consentry.encryption;

/** The bytes were changed, moved to another place, or sealed by a key that is not at hand. Tells nothing of the content. */
public class CannotBeOpenedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The content, or the key that would open it, is not what it was. The message must not quote it. */
    public CannotBeOpenedException(String message) {
        super(message);
    }

    CannotBeOpenedException(String message, Throwable cause) {
        super(message, cause);
    }
}
