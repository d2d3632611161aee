package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Condition;

/** Reads problems and diagnoses. */
final class ConditionReading {

    /** Elements that this reads, and those that only administer the resource. */
    static final Set<String> READ = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "clinicalStatus",
            "verificationStatus",
            "category",
            "severity",
            "code",
            "bodySite",
            "subject",
            "context",
            "onset[x]",
            "abatement[x]",
            "assertedDate",
            "asserter",
            "note");

    private ConditionReading() {}

    static Entry read(Placed<Condition> placed, List<String> notRead) {
        Condition condition = placed.resource();
        NotRead.elements(condition, placed.path(), READ, notRead);
        return new Entry(
                placed.id(),
                EntryKind.CONDITION,
                Headings.of(condition),
                Codes.of(condition.getCode()),
                Codes.textBeside(condition.getCode()),
                null,
                condition.getAssertedDateElement().getValueAsString(),
                condition.getClinicalStatusElement().getValueAsString(),
                List.of(),
                null,
                null,
                new Details()
                        .add("Also coded as", Codes.others(condition.getCode()))
                        .add("Verification", condition.getVerificationStatusElement())
                        .add("Category", condition.getCategory())
                        .add("Severity", condition.getSeverity())
                        .add("Body site", condition.getBodySite())
                        .add("Began", condition.getOnset())
                        .add("Ended", condition.getAbatement())
                        .add("Note", condition.getNote())
                        .all());
    }
}
