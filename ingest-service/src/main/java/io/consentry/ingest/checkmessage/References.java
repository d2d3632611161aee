package io.consentry.ingest.checkmessage;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.PractitionerRole;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * The references by which the resources of a document hang together. Named one by one: searching every element of a
 * message by reflection would cost as much as parsing it.
 */
final class References {

    private References() {}

    static Stream<Reference> of(Resource resource) {
        if (resource instanceof Composition composition) {
            return all(
                    List.of(composition.getSubject(), composition.getEncounter(), composition.getCustodian()),
                    composition.getAuthor(),
                    composition.getSection().stream()
                            .flatMap(section -> section.getEntry().stream())
                            .toList());
        } else if (resource instanceof Encounter encounter) {
            return all(
                    List.of(encounter.getSubject(), encounter.getServiceProvider(), encounter.getPartOf()),
                    encounter.getEpisodeOfCare(),
                    encounter.getParticipant().stream()
                            .map(Encounter.EncounterParticipantComponent::getIndividual)
                            .toList());
        } else if (resource instanceof Observation observation) {
            return all(
                    List.of(
                            observation.getSubject(),
                            observation.getContext(),
                            observation.getDevice(),
                            observation.getSpecimen()),
                    observation.getPerformer(),
                    observation.getRelated().stream()
                            .map(Observation.ObservationRelatedComponent::getTarget)
                            .toList());
        } else if (resource instanceof MedicationDispense dispense) {
            return all(
                    List.of(dispense.getSubject(), dispense.getContext(), dispense.getDestination()),
                    dispense.getReceiver(),
                    dispense.getPerformer().stream()
                            .map(MedicationDispense.MedicationDispensePerformerComponent::getActor)
                            .toList());
        } else if (resource instanceof Condition condition) {
            return all(List.of(condition.getSubject(), condition.getContext(), condition.getAsserter()));
        } else if (resource instanceof ClinicalImpression impression) {
            return all(
                    List.of(
                            impression.getSubject(),
                            impression.getContext(),
                            impression.getAssessor(),
                            impression.getPrevious()),
                    impression.getProblem(),
                    impression.getAction());
        } else if (resource instanceof PractitionerRole role) {
            return all(List.of(role.getPractitioner(), role.getOrganization()), role.getLocation());
        }
        return resource instanceof Patient patient
                ? all(List.of(patient.getManagingOrganization()), patient.getGeneralPractitioner())
                : Stream.empty();
    }

    @SafeVarargs
    private static Stream<Reference> all(Collection<Reference>... references) {
        return Stream.of(references).flatMap(Collection::stream);
    }
}
