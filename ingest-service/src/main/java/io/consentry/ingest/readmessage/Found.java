package io.consentry.ingest.readmessage;

import org.hl7.fhir.dstu3.model.Base;

/**
 * An element and where it stands in the message.
 *
 * @param in the resource that holds it
 * @param path FHIRPath from the outer Bundle
 */
public record Found<E extends Base>(Placed<?> in, String path, E element) {

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return path;
    }
}
