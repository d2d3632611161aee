package io.consentry.ingest.keepmessage;

/** Where a message stands, in the words of the API and of the database. */
public enum MessageStatus {
    /** Durable, and not decided: consent could not be asked. */
    HELD("held"),
    /** Let in; waits for a person at the practice. */
    PENDING("pending"),
    /** A person filed all of it. */
    FILED("filed"),
    /** A person filed it and left entries out. */
    FILED_WITH_CHANGES("filed-with-changes"),
    /** A person rejected it. */
    REJECTED("rejected"),
    /** A later message took its place before it was filed. */
    REPLACED("replaced"),
    /** The sender took it back before it was filed. */
    WITHDRAWN("withdrawn"),
    /** Held, then not let in; its content is erased. */
    DECLINED("declined");

    private final String word;

    MessageStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
