package io.consentry.ingest.sharecontent;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A message that a person may read.
 *
 * @param consultation JSON of {@link io.consentry.consultation.Consultation}, as it was stored
 */
@RegisterForReflection
record ReadableMessage(UUID id, @JsonRawValue String consultation) {

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ReadableMessage[" + id + "]";
    }
}
