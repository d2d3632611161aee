package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.EntryKind;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Dosage;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.MedicationDispense.MedicationDispenseSubstitutionComponent;
import org.hl7.fhir.dstu3.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads medicines supplied. */
final class MedicineReading {

    private MedicineReading() {}

    static Entry read(Placed<MedicationDispense> placed, People people) {
        MedicationDispense dispense = placed.resource();
        EntryDraft entry = new EntryDraft(placed, EntryKind.MEDICINE)
                .on(dispense.getWhenHandedOverElement().getValueAsString())
                .status(dispense.getStatusElement())
                .medicine(medicine(dispense));
        if (dispense.getMedication() instanceof CodeableConcept what) {
            entry.coded(what);
        } else {
            entry.text(referenced(dispense));
        }
        add(entry.details(), dispense);
        dispense.getPerformer()
                .forEach(performer -> entry.details().add("Supplied by", people.nameOfAnother(performer.getActor())));
        return entry.entry();
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

    private static void add(Details details, MedicationDispense dispense) {
        details.add("Not supplied", dispense.getNotDone() ? "true" : null)
                .add("Not supplied because", dispense.getNotDoneReason())
                .add("Category", dispense.getCategory())
                .add("Prepared", dispense.getWhenPreparedElement())
                .add("Note", dispense.getNote());
        if (dispense.hasSubstitution()) {
            substitution(details, dispense.getSubstitution());
        }
        dispense.getDosageInstruction().forEach(dosage -> dosage(details, dosage));
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
