package io.consentry.ingest.sharecontent;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/**
 * A message that a person may read.
 *
 * @param consultation JSON of {@link io.consentry.consultation.Consultation}, as it was stored
 * @param systems the system that made it, by each name that the message gives it
 */
@RegisterForReflection
record ReadableMessage(UUID id, @JsonRawValue String consultation, List<String> systems) {

    ReadableMessage {
        systems = List.copyOf(systems);
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ReadableMessage[" + id + "]";
    }
}
