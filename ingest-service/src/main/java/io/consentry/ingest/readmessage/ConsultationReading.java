package io.consentry.ingest.readmessage;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.SectionComponent;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * Reads a message's document into the suite's own words. Takes any message, however wrong: what is missing stays empty,
 * and what has no place is listed.
 */
public final class ConsultationReading {

    private static final Set<String> READ_OF_COMPOSITION = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "status",
            "type",
            "subject",
            "encounter",
            "date",
            "author",
            "title",
            "confidentiality",
            "relatesTo",
            "section",
            "custodian");
    private static final Set<String> READ_OF_SECTION = Set.of("id", "entry");
    private static final Set<String> READ_OF_ENCOUNTER = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "status",
            "type",
            "subject",
            "participant",
            "period",
            "reason",
            "serviceProvider",
            "extension");

    private static final Set<String> READ_WITHOUT_ENTRY =
            Set.of("Composition", "Patient", "Organization", "Practitioner", "PractitionerRole", "Encounter");

    private ConsultationReading() {}

    /**
     * Reads the consultation.
     *
     * @param service key of the service in the catalogue
     * @param sender ODS code of the sending pharmacy, as authenticated
     */
    public static Consultation read(UpdateRecord message, String service, String sender) {
        List<String> notRead = new ArrayList<>(message.unknownElements());
        Optional<Composition> composition = message.composition().map(Placed::resource);
        message.composition().ifPresent(placed -> compositionNotRead(placed, notRead));
        message.content(Encounter.class).forEach(placed -> encounterNotRead(placed, notRead));
        // Arguments are read from left to right: the list of what is not read is full when it is copied at the end.
        return new Consultation(
                service,
                composition.map(Composition::getTitle).orElse(null),
                composition
                        .map(document -> document.getDateElement().getValueAsString())
                        .orElse(null),
                PeopleReading.patient(message, notRead),
                PeopleReading.pharmacy(message, sender, notRead),
                PeopleReading.practitioner(message, notRead),
                entries(message, notRead),
                List.of(),
                notRead,
                details(message));
    }

    private static List<Entry> entries(UpdateRecord message, List<String> notRead) {
        List<Entry> entries = new ArrayList<>();
        int attachments = 0;
        for (Placed<Resource> placed : message.content()) {
            Resource resource = placed.resource();
            if (resource instanceof Observation observation) {
                Entry entry = ObservationReading.read(at(placed, observation), attachments, notRead);
                attachments += entry.kind() == EntryKind.ATTACHMENT ? 1 : 0;
                entries.add(entry);
            } else if (resource instanceof MedicationDispense dispense) {
                entries.add(MedicineReading.read(at(placed, dispense), notRead));
            } else if (resource instanceof Condition condition) {
                entries.add(ConditionReading.read(at(placed, condition), notRead));
            } else if (resource instanceof ClinicalImpression impression) {
                entries.add(ImpressionReading.read(at(placed, impression), notRead));
            } else if (!READ_WITHOUT_ENTRY.contains(resource.fhirType())) {
                notRead.add(placed.path());
            }
        }
        return entries;
    }

    private static <R extends Resource> Placed<R> at(Placed<Resource> placed, R resource) {
        return new Placed<>(placed.path(), placed.fullUrl(), placed.id(), resource);
    }

    private static List<Detail> details(UpdateRecord message) {
        Details details = new Details();
        message.content(Encounter.class).stream().map(Placed::resource).forEach(encounter -> {
            details.add("Encounter", encounter.getType())
                    .add("Took place", encounter.getPeriod())
                    .add("Reason", encounter.getReason())
                    .add("Encounter status", encounter.getStatusElement());
            encounter.getExtension().stream()
                    .filter(extension -> FhirNames.OUTCOME_OF_ATTENDANCE.equals(extension.getUrl()))
                    .map(Extension::getValue)
                    .forEach(outcome -> details.add("Outcome of attendance", outcome));
        });
        return details.all();
    }

    private static void encounterNotRead(Placed<Encounter> placed, List<String> notRead) {
        NotRead.elements(placed.resource(), placed.path(), READ_OF_ENCOUNTER, notRead);
        placed.resource().getExtension().stream()
                .filter(extension -> !FhirNames.OUTCOME_OF_ATTENDANCE.equals(extension.getUrl()))
                .forEach(extension -> notRead.add(placed.at("extension")));
    }

    private static void compositionNotRead(Placed<Composition> placed, List<String> notRead) {
        NotRead.elements(placed.resource(), placed.path(), READ_OF_COMPOSITION, notRead);
        List<SectionComponent> sections = placed.resource().getSection();
        for (int i = 0; i < sections.size(); i++) {
            NotRead.elements(sections.get(i), placed.at("section[" + i + "]"), READ_OF_SECTION, notRead);
        }
    }
}
