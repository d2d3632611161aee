package io.consentry.ingest.keepmessage;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes, in hex, by which a message's document and patient are recognised again. Absent where the message does
 * not say; nothing can be read from them without the key.
 *
 * @param document of its sender and the document's identifier
 * @param composition of its sender and the Composition's identifier
 * @param patient of the NHS number; kept beside the content and erased with it
 * @param likeness of NHS number, service and day; kept beside the content and erased with it
 */
public record Fingerprints(
        @Nullable String document,
        @Nullable String composition,
        @Nullable String patient,
        @Nullable String likeness) {

    /** Those of a message whose document is kept already, and stays the other message's. */
    public Fingerprints withoutDocument() {
        return new Fingerprints(null, composition, patient, likeness);
    }
}
