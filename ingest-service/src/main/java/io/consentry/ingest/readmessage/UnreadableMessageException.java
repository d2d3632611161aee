package io.consentry.ingest.readmessage;

/** The bytes are no FHIR message. The sentence says why and where, and repeats nothing of what was sent. */
public class UnreadableMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableMessageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong and where, as a sentence for the sender. */
    public String reason() {
        return reason;
    }
}
