package io.consentry.ingest.readmessage;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Resource;

/**
 * Reads a message's document into the suite's own words. Takes any message, however wrong: what is missing stays empty,
 * and what is not shown is listed.
 */
public final class ConsultationReading {

    private ConsultationReading() {}

    /**
     * Reads the consultation.
     *
     * @param service key of the service in the catalogue
     * @param sender ODS code of the sending pharmacy, as authenticated
     */
    public static Consultation read(UpdateRecord message, String service, String sender) {
        Composition composition = message.composition().map(Placed::resource).orElseGet(Composition::new);
        People people = new People(message);
        return new Consultation(
                service,
                composition.getTitle(),
                composition.getDateElement().getValueAsString(),
                PatientReading.read(message),
                people.pharmacy(sender),
                people.practitioner(),
                entries(message, people),
                List.of(),
                message.notShown(),
                details(message, composition, people, sender));
    }

    private static List<Entry> entries(UpdateRecord message, People people) {
        List<Entry> entries = new ArrayList<>();
        int attachments = 0;
        for (Placed<Resource> placed : message.content()) {
            Resource resource = placed.resource();
            if (resource instanceof Observation observation) {
                Entry entry = ObservationReading.read(placed.with(observation), attachments, people);
                attachments += entry.kind() == EntryKind.ATTACHMENT ? 1 : 0;
                entries.add(entry);
            } else if (resource instanceof MedicationDispense dispense) {
                entries.add(MedicineReading.read(placed.with(dispense), people));
            } else if (resource instanceof Condition condition) {
                entries.add(ConditionReading.read(placed.with(condition), people));
            } else if (resource instanceof ClinicalImpression impression) {
                entries.add(ImpressionReading.read(placed.with(impression), people));
            }
        }
        return entries;
    }

    private static List<Detail> details(UpdateRecord message, Composition composition, People people, String sender) {
        Details details = new Details();
        message.content(Encounter.class)
                .forEach(placed -> EnvelopeReading.encounter(details, placed.resource(), people));
        EnvelopeReading.document(details, composition, people);
        PatientReading.addTo(details, message);
        people.addTo(details, sender);
        EnvelopeReading.message(details, message);
        return details.all();
    }
}
