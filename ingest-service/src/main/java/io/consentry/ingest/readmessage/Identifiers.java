package io.consentry.ingest.readmessage;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Identifier;

/** Finds the identifier of one system among many. */
public final class Identifiers {

    private Identifiers() {}

    /** The first value in this system. */
    public static Optional<String> value(List<Identifier> identifiers, String system) {
        return inSystem(identifiers, system).map(Identifier::getValue);
    }

    /** The first identifier of this system that has a value. */
    public static Optional<Identifier> inSystem(List<Identifier> identifiers, String system) {
        return identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
                .findFirst();
    }
}
