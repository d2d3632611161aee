package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.dstu3.model.ClinicalImpression;

/** Reads the free text, one resource for each PRSB heading. */
final class ImpressionReading {

    /** Elements that this reads, and those that only administer the resource. */
    static final Set<String> READ = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "status",
            "code",
            "description",
            "subject",
            "context",
            "effective[x]",
            "date",
            "assessor",
            "summary",
            "note",
            "prognosisCodeableConcept");

    private ImpressionReading() {}

    static Entry read(Placed<ClinicalImpression> placed, List<String> notRead) {
        ClinicalImpression impression = placed.resource();
        NotRead.elements(impression, placed.path(), READ, notRead);
        return new Entry(
                placed.id(),
                EntryKind.NOTE,
                Headings.of(impression),
                Codes.of(impression.getCode()),
                impression.getSummary(),
                null,
                impression.getDateElement().getValueAsString(),
                impression.getStatusElement().getValueAsString(),
                List.of(),
                null,
                null,
                new Details()
                        .add("Code in words", Codes.textBeside(impression.getCode()))
                        .add("Description", impression.getDescription())
                        .add("Assessed", impression.getEffective())
                        .add("Prognosis", impression.getPrognosisCodeableConcept())
                        .add("Note", impression.getNote())
                        .all());
    }
}
