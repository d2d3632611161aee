package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import org.hl7.fhir.dstu3.model.Condition;

/** Reads problems and diagnoses. */
final class ConditionReading {

    private ConditionReading() {}

    static Entry read(Placed<Condition> placed, People people) {
        Condition condition = placed.resource();
        EntryDraft entry = new EntryDraft(placed, EntryKind.CONDITION)
                .coded(condition.getCode())
                .on(condition.getAssertedDateElement().getValueAsString())
                .status(condition.getClinicalStatusElement());
        entry.details()
                .add("Verification", condition.getVerificationStatusElement())
                .add("Category", condition.getCategory())
                .add("Severity", condition.getSeverity())
                .add("Body site", condition.getBodySite())
                .add("Began", condition.getOnset())
                .add("Ended", condition.getAbatement())
                .add("Note", condition.getNote())
                .add("Asserted by", people.nameOfAnother(condition.getAsserter()));
        return entry.entry();
    }
}
