package io.consentry.ingest.readmessage;

import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Dosage;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.MedicationDispense.MedicationDispenseSubstitutionComponent;
import org.hl7.fhir.dstu3.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads medicines supplied. */
final class MedicineReading {

    /** Elements that this reads, and those that only administer the resource. */
    static final Set<String> READ = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "status",
            "category",
            "medication[x]",
            "subject",
            "context",
            "performer",
            "type",
            "quantity",
            "daysSupply",
            "whenPrepared",
            "whenHandedOver",
            "note",
            "dosageInstruction",
            "substitution",
            "notDone",
            "notDoneReason[x]");

    private static final Set<String> READ_OF_DOSAGE = Set.of(
            "id",
            "sequence",
            "text",
            "additionalInstruction",
            "patientInstruction",
            "timing",
            "asNeeded[x]",
            "site",
            "route",
            "method",
            "dose[x]",
            "maxDosePerPeriod",
            "maxDosePerAdministration",
            "maxDosePerLifetime",
            "rate[x]");

    private MedicineReading() {}

    static Entry read(Placed<MedicationDispense> placed, List<String> notRead) {
        MedicationDispense dispense = placed.resource();
        NotRead.elements(dispense, placed.path(), READ, notRead);
        List<Dosage> dosages = dispense.getDosageInstruction();
        for (int i = 0; i < dosages.size(); i++) {
            NotRead.elements(dosages.get(i), placed.at("dosageInstruction[" + i + "]"), READ_OF_DOSAGE, notRead);
        }
        CodeableConcept what = dispense.getMedication() instanceof CodeableConcept concept ? concept : null;
        return new Entry(
                placed.id(),
                EntryKind.MEDICINE,
                Headings.of(dispense),
                what == null ? null : Codes.of(what),
                what == null ? referenced(dispense) : Codes.textBeside(what),
                null,
                dispense.getWhenHandedOverElement().getValueAsString(),
                dispense.getStatusElement().getValueAsString(),
                List.of(),
                medicine(dispense),
                null,
                details(dispense, what));
    }

    private static @Nullable String referenced(MedicationDispense dispense) {
        return dispense.getMedication() instanceof Reference reference
                ? InWords.firstOf(reference.getDisplay(), "(named by reference only)")
                : null;
    }

    private static Medicine medicine(MedicationDispense dispense) {
        return new Medicine(
                Values.of(dispense.getQuantity()),
                Values.of(dispense.getDaysSupply()),
                each(dispense, Dosage::getText),
                each(dispense, Dosage::getPatientInstruction),
                each(dispense, dosage -> InWords.of(dosage.getRoute())).stream()
                        .distinct()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(null),
                InWords.of(dispense.getType()),
                dispense.getWhenHandedOverElement().getValueAsString());
    }

    private static List<String> each(MedicationDispense dispense, Function<Dosage, @Nullable String> part) {
        return dispense.getDosageInstruction().stream()
                .map(part)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Detail> details(MedicationDispense dispense, @Nullable CodeableConcept what) {
        Details details = new Details()
                .add("Also coded as", what == null ? null : Codes.others(what))
                .add("Not supplied", dispense.getNotDone() ? "true" : null)
                .add("Not supplied because", dispense.getNotDoneReason())
                .add("Prepared", dispense.getWhenPreparedElement())
                .add("Note", dispense.getNote());
        if (dispense.hasSubstitution()) {
            substitution(details, dispense.getSubstitution());
        }
        dispense.getDosageInstruction().forEach(dosage -> dosage(details, dosage));
        return details.all();
    }

    private static void substitution(Details details, MedicationDispenseSubstitutionComponent substitution) {
        details.add("Substituted", substitution.getWasSubstitutedElement())
                .add("Substitution", substitution.getType())
                .add("Substituted because", substitution.getReason());
    }

    private static void dosage(Details details, Dosage dosage) {
        details.add("Timing", dosage.getTiming())
                .add("Dose", dosage.getDose())
                .add("Rate", dosage.getRate())
                .add("As needed", dosage.getAsNeeded())
                .add("Site", dosage.getSite())
                .add("Method", dosage.getMethod())
                .add("Additional instruction", dosage.getAdditionalInstruction())
                .add("Maximum dose", dosage.getMaxDosePerPeriod())
                .add("Maximum dose each time", dosage.getMaxDosePerAdministration())
                .add("Maximum dose in a lifetime", dosage.getMaxDosePerLifetime());
    }
}
