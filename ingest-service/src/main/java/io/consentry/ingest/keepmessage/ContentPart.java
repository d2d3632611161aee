package io.consentry.ingest.keepmessage;

import io.consentry.encryption.Binding;
import java.util.Locale;
import java.util.UUID;

/** The sealed values of a message, and the place that each is bound to. */
public enum ContentPart {
    /** The bytes as received. */
    ORIGINAL,
    /** The consultation as read. */
    CONSULTATION,
    /** What the practice wrote to the sender. */
    NOTE;

    /** Where this part of a message stands. */
    public Binding of(String practice, UUID message) {
        return new Binding(practice, message.toString(), name().toLowerCase(Locale.ROOT));
    }
}
