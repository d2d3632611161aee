package io.consentry.ingest.checkmessage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.dstu3.model.BaseDateTimeType;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Period;
import org.hl7.fhir.dstu3.model.Resource;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The times at which a resource says that something happened to the patient. A course of treatment, a name or an address
 * may well last into the future, so their times are not among them.
 */
final class WhenItHappened {

    private final Map<String, BaseDateTimeType> dates = new LinkedHashMap<>();

    private WhenItHappened() {}

    /** By the element that says so. */
    static Map<String, BaseDateTimeType> of(Resource resource) {
        WhenItHappened when = new WhenItHappened();
        if (resource instanceof Composition composition) {
            when.add("date", composition.getDateElement());
        } else if (resource instanceof Encounter encounter) {
            when.add("period", encounter.getPeriod());
        } else if (resource instanceof Observation observation) {
            when.add("effective", observation.getEffective());
            when.add("issued", observation.getIssuedElement());
        } else if (resource instanceof MedicationDispense dispense) {
            when.add("whenPrepared", dispense.getWhenPreparedElement());
            when.add("whenHandedOver", dispense.getWhenHandedOverElement());
        } else if (resource instanceof Condition condition) {
            when.add("onset", condition.getOnset());
            when.add("abatement", condition.getAbatement());
            when.add("assertedDate", condition.getAssertedDateElement());
        } else if (resource instanceof ClinicalImpression impression) {
            when.add("effective", impression.getEffective());
            when.add("date", impression.getDateElement());
        }
        return when.dates;
    }

    private void add(String element, @Nullable Type value) {
        if (value instanceof BaseDateTimeType date && date.hasValue()) {
            dates.put(element, date);
        } else if (value instanceof Period period) {
            add(element + ".start", period.getStartElement());
            add(element + ".end", period.getEndElement());
        }
    }
}
