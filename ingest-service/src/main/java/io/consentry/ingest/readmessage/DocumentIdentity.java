package io.consentry.ingest.readmessage;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.CompositionRelatesToComponent;
import org.hl7.fhir.dstu3.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.dstu3.model.Identifier;

/**
 * What a message's document is called, and which earlier ones it says it replaces.
 *
 * <p>FHIR knows a document by the identifier of its Bundle, and what it tells by that of its Composition; senders name
 * a replaced document by either.
 *
 * <p>Source: GP Connect Update Record (ITK3), {@code Composition.relatesTo}.
 *
 * @param document identifier of the document Bundle
 * @param composition identifier of the Composition
 * @param replaced what {@code relatesTo.targetIdentifier} names
 * @param replaces how many documents it says it replaces, named so or otherwise
 */
public record DocumentIdentity(Optional<Name> document, Optional<Name> composition, List<Name> replaced, int replaces) {

    /** An identifier; the system is empty where the message gives none. */
    public record Name(String system, String value) {}

    /** Of a message of any shape. */
    public static DocumentIdentity of(UpdateRecord message) {
        Optional<Composition> composition = message.composition().map(placed -> placed.resource());
        List<CompositionRelatesToComponent> targets = composition.stream()
                .flatMap(said -> said.getRelatesTo().stream())
                .filter(relation -> relation.getCode() == DocumentRelationshipType.REPLACES)
                .toList();
        return new DocumentIdentity(
                message.documents().stream()
                        .findFirst()
                        .flatMap(placed -> name(placed.resource().getIdentifier())),
                composition.flatMap(said -> name(said.getIdentifier())),
                targets.stream()
                        .filter(CompositionRelatesToComponent::hasTargetIdentifier)
                        .map(target -> name((Identifier) target.getTarget()))
                        .flatMap(Optional::stream)
                        .toList(),
                targets.size());
    }

    private static Optional<Name> name(Identifier identifier) {
        return identifier.hasValue()
                ? Optional.of(new Name(identifier.hasSystem() ? identifier.getSystem() : "", identifier.getValue()))
                : Optional.empty();
    }
}
