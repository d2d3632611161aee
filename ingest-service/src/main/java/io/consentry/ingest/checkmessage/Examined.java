package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Consultation;
import io.consentry.ingest.readmessage.UpdateRecord;
import io.consentry.ingest.recognisemessage.Recognised;
import java.time.Instant;

/**
 * What the rules look at.
 *
 * @param message as sent, taken apart
 * @param consultation as read from it
 * @param receivedAt when the message arrived
 * @param recognised what was known of it before
 */
public record Examined(UpdateRecord message, Consultation consultation, Instant receivedAt, Recognised recognised) {

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "Examined[" + consultation.service() + "]";
    }
}
