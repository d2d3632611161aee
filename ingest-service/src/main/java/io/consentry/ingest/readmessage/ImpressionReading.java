package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import org.hl7.fhir.dstu3.model.ClinicalImpression;

/** Reads the free text, one resource for each PRSB heading. */
final class ImpressionReading {

    private ImpressionReading() {}

    static Entry read(Placed<ClinicalImpression> placed, People people) {
        ClinicalImpression impression = placed.resource();
        EntryDraft entry = new EntryDraft(placed, EntryKind.NOTE)
                .coded(impression.getCode())
                .text(impression.getSummary())
                .on(impression.getDateElement().getValueAsString())
                .status(impression.getStatusElement());
        entry.details()
                .add("Code in words", Codes.textBeside(impression.getCode()))
                .add("Description", impression.getDescription())
                .add("Assessed", impression.getEffective())
                .add("Prognosis", impression.getPrognosisCodeableConcept())
                .add("Note", impression.getNote())
                .add("Assessed by", people.nameOfAnother(impression.getAssessor()));
        return entry.entry();
    }
}
