package io.consentry.filing.askingest;

import io.consentry.consultation.Consultation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells.
 *
 * @param systems the system that made it, by each name that the message gives it
 */
@RegisterForReflection
public record Told(
        String id, Consultation consultation, @Nullable List<String> systems) {

    public Told {
        systems = systems == null ? List.of() : List.copyOf(systems);
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "Told[" + id + "]";
    }
}
