package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.Flag.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One place where a message breaks a rule.
 *
 * @param path FHIR path of it in the message
 * @param message one sentence that quotes nothing of the patient
 * @param entryId the entry concerned, absent where the whole message is
 * @param acknowledge whether a reviewer must acknowledge it on its own
 */
record Finding(String path, String message, @Nullable String entryId, Severity severity, boolean acknowledge) {

    /** Something is wrong with one entry of the consultation. */
    static Finding about(Entry entry, String element, String message) {
        return about(entry.id(), element, message);
    }

    /** Something is wrong with the entry of this id. */
    static Finding about(String entryId, String element, String message) {
        return new Finding(
                "Bundle.descendants().where(id = '" + entryId + "')." + element,
                message,
                entryId,
                Severity.WARNING,
                false);
    }
}
