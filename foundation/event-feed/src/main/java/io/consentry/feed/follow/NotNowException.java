package io.consentry.feed.follow;

/** Something that is needed is away for the moment: nothing is wrong with the event, it is tried again. */
public class NotNowException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotNowException(String message, Throwable cause) {
        super(message, cause);
    }

    public NotNowException(String message) {
        super(message);
    }
}
