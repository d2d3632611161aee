package io.consentry.ingest.receivemessage;

import io.consentry.ingest.keepmessage.MessageKey;
import org.jspecify.annotations.Nullable;

/** What a response names of the message that it answers. Filled as soon as the message was read, refused or not. */
final class Correlation {

    private volatile @Nullable String headerId;
    private volatile @Nullable String senderReference;

    void read(@Nullable String headerId, @Nullable String senderReference) {
        this.headerId = usable(headerId);
        this.senderReference = usable(senderReference);
    }

    /** What cannot be written in XML is not echoed. */
    private static @Nullable String usable(@Nullable String text) {
        return text != null && MessageKey.isUsable(text) ? text : null;
    }

    /** Id of the message's header. */
    @Nullable String headerId() {
        return headerId;
    }

    /** The sender's own id of what it did. */
    @Nullable String senderReference() {
        return senderReference;
    }
}
