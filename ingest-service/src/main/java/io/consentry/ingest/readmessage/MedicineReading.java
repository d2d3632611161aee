package io.consentry.ingest.readmessage;

import io.consentry.consultation.Entry;
import io.consentry.consultation.Entry.Medicine;
import io.consentry.consultation.EntryKind;
import java.util.Comparator;
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
        List<Dosage> dosages = inSequence(dispense.getDosageInstruction());
        EntryDraft entry = new EntryDraft(placed, EntryKind.MEDICINE)
                .on(dispense.getWhenHandedOverElement().getValueAsString())
                .status(dispense.getStatusElement())
                .medicine(medicine(dispense, dosages));
        if (dispense.getMedication() instanceof CodeableConcept what) {
            entry.coded(what);
        } else {
            entry.text(referenced(dispense));
        }
        add(entry.details(), dispense);
        dosages.forEach(dosage -> dosage(entry.details(), dosage));
        dispense.getPerformer()
                .forEach(performer -> entry.details().add("Supplied by", people.nameOfAnother(performer.getActor())));
        return entry.entry();
    }

    private static @Nullable String referenced(MedicationDispense dispense) {
        return dispense.getMedication() instanceof Reference reference
                ? InWords.firstOf(reference.getDisplay(), "(named by reference only)")
                : null;
    }

    /** "Then take one" must not stand before "take two first"; where one has no place among the others, all stay as sent. */
    private static List<Dosage> inSequence(List<Dosage> sent) {
        if (sent.size() < 2 || !sent.stream().allMatch(Dosage::hasSequence)) {
            return sent;
        }
        return sent.stream()
                .sorted(Comparator.comparingInt(Dosage::getSequence))
                .toList();
    }

    private static Medicine medicine(MedicationDispense dispense, List<Dosage> dosages) {
        return new Medicine(
                Values.of(dispense.getQuantity()),
                Values.of(dispense.getDaysSupply()),
                each(dosages, Dosage::getText),
                each(dosages, Dosage::getPatientInstruction),
                each(dosages, dosage -> InWords.of(dosage.getRoute())).stream()
                        .distinct()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(null),
                InWords.of(dispense.getType()),
                dispense.getWhenHandedOverElement().getValueAsString());
    }

    private static List<String> each(List<Dosage> dosages, Function<Dosage, @Nullable String> part) {
        return dosages.stream().map(part).filter(Objects::nonNull).toList();
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
