package io.consentry.ingest.checkmessage;

import static io.consentry.ingest.Samples.BLOOD_PRESSURE;
import static io.consentry.ingest.Samples.CONTRACEPTION;
import static io.consentry.ingest.Samples.PHARMACY_FIRST;

import io.consentry.ingest.Samples;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Condition;
import org.hl7.fhir.dstu3.model.DateTimeType;
import org.hl7.fhir.dstu3.model.DateType;
import org.hl7.fhir.dstu3.model.DecimalType;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.StringType;

/** The clinical part of the table of broken messages. */
final class BrokenContent {

    private static final String SNOMED_CT = "http://snomed.info/sct";

    private final List<BrokenMessage> all = new ArrayList<>();

    private BrokenContent() {}

    static List<BrokenMessage> all() {
        BrokenContent content = new BrokenContent();
        content.pregnancy();
        content.bloodPressure();
        content.measurements();
        content.medicines();
        content.datesAndAges();
        content.theRest();
        return content.all;
    }

    private void pregnancy() {
        in("pregnancy", "in the contraception service", CONTRACEPTION, b -> {});
        in("pregnancy", "without anything that speaks against it", BLOOD_PRESSURE, b -> {
            born(b, "1990-01-01");
            observation(b, "364075005").setCode(concept("77386006")).setValue(null);
        });
        Map<String, Consumer<Bundle>> elsewhere = Map.of(
                "in another service", BrokenContent::pregnant,
                "as an answer",
                        b -> observation(b, "276885007")
                                .setCode(concept("364320009"))
                                .setValue(concept("77386006")),
                "as a finding of an impression", b -> impression(b).addFinding().setItem(concept("77386006")),
                "as a reason of the encounter",
                        b -> Samples.in(b, Encounter.class).addReason(concept("77386006")));
        elsewhere.forEach((how, change) ->
                in("pregnancy", how, PHARMACY_FIRST, change, "pregnancy-and-patient", "pregnancy-with-medicine"));
        in("pregnancy-with-medicine", "a pill", CONTRACEPTION, b -> {});
        in("pregnancy-and-patient", "a man", CONTRACEPTION, b -> patient(b).setGender(AdministrativeGender.MALE));
        in(
                "pregnancy-and-patient",
                "a child",
                CONTRACEPTION,
                b -> born(b, "2018-01-01"),
                "contraception-under-13",
                "contraception-under-16");
        in("pregnancy-and-patient", "old age", CONTRACEPTION, b -> born(b, "1950-01-01"));
        in("pregnancy-contradiction", "both codes", CONTRACEPTION, b -> Samples.document(b)
                .addEntry()
                .setResource(new Observation().setCode(concept("60001007")).setId("denied")));
    }

    private void bloodPressure() {
        in("urgent-blood-pressure", "180 systolic", BLOOD_PRESSURE, b -> pressure(b, 180, 91));
        in("urgent-blood-pressure", "120 diastolic", BLOOD_PRESSURE, b -> pressure(b, 142, 120));
        in("urgent-blood-pressure", "above 180 systolic", BLOOD_PRESSURE, b -> {
            pressure(b, 180, 91);
            ((Quantity) Samples.in(b, Observation.class).getComponent().get(0).getValue())
                    .setComparator(Quantity.QuantityComparator.GREATER_THAN);
        });
        in("urgent-blood-pressure", "under a second code", BLOOD_PRESSURE, b -> {
            pressure(b, 190, 91);
            CodeableConcept code =
                    Samples.in(b, Observation.class).getComponent().get(0).getCode();
            code.getCoding().add(0, code.getCodingFirstRep().copy().setCode("75367002"));
        });
        in("not-so", "an observation in error", PHARMACY_FIRST, b -> observation(b, "276885007")
                .setStatus(Observation.ObservationStatus.ENTEREDINERROR));
        in("not-so", "a problem that was refuted", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .setVerificationStatus(Condition.ConditionVerificationStatus.REFUTED));
        in("not-so", "a medicine in error", PHARMACY_FIRST, b -> medicine(b)
                .setStatus(MedicationDispense.MedicationDispenseStatus.ENTEREDINERROR));
        in("not-so", "a contact that was cancelled", PHARMACY_FIRST, b -> Samples.in(b, Encounter.class)
                .setStatus(Encounter.EncounterStatus.CANCELLED));
        in("not-so", "a document in error", PHARMACY_FIRST, b -> Samples.in(b, Composition.class)
                .setStatus(Composition.CompositionStatus.ENTEREDINERROR));
        in(
                "urgent-blood-pressure",
                "beside a code of its own without a value",
                BLOOD_PRESSURE,
                b -> {
                    pressure(b, 190, 91);
                    Samples.in(b, Observation.class)
                            .getCode()
                            .getCodingFirstRep()
                            .setCode("72313002");
                },
                "blood-pressure-triplet",
                "observation-unit");
        in("blood-pressure-order", "exchanged", BLOOD_PRESSURE, b -> pressure(b, 78, 118));
        in("blood-pressure-order", "equal", BLOOD_PRESSURE, b -> pressure(b, 100, 100));
        in(
                "blood-pressure-range",
                "1180 systolic",
                BLOOD_PRESSURE,
                b -> pressure(b, 1180, 91),
                "urgent-blood-pressure");
        in("blood-pressure-range", "9 diastolic", BLOOD_PRESSURE, b -> pressure(b, 142, 9));
        in(
                "blood-pressure-range",
                "above 300 systolic",
                BLOOD_PRESSURE,
                b -> {
                    pressure(b, 300, 91);
                    ((Quantity) Samples.in(b, Observation.class)
                                    .getComponent()
                                    .get(0)
                                    .getValue())
                            .setComparator(Quantity.QuantityComparator.GREATER_THAN);
                },
                "urgent-blood-pressure");
        in("blood-pressure-range", "below 20 diastolic", BLOOD_PRESSURE, b -> {
            pressure(b, 142, 20);
            ((Quantity) Samples.in(b, Observation.class).getComponent().get(1).getValue())
                    .setComparator(Quantity.QuantityComparator.LESS_THAN);
        });
        in("blood-pressure-triplet", "no diastolic part", BLOOD_PRESSURE, b -> Samples.in(b, Observation.class)
                .getComponent()
                .remove(1));
        in("blood-pressure-triplet", "parts of another", BLOOD_PRESSURE, b -> Samples.in(b, Observation.class)
                .setCode(concept("163034007")));
        in("blood-pressure-triplet", "a reading that stands alone", BLOOD_PRESSURE, b -> observation(b, "364075005")
                .setCode(concept("407554009"))
                .setValue(new Quantity().setValue(120).setCode("mm[Hg]")));
    }

    private void measurements() {
        in("observation-unit", "stones in words", CONTRACEPTION, b -> ((Quantity)
                        observation(b, "27113001").getValue())
                .setUnit("Stone(s)"));
        in("blood-pressure-triplet", "a part that is both", BLOOD_PRESSURE, b -> {
            Observation pressure = Samples.in(b, Observation.class);
            pressure.getComponent()
                    .get(1)
                    .getCode()
                    .addCoding(pressure.getComponent().get(0).getCode().getCodingFirstRep());
        });
        in("blood-pressure-triplet", "a number of the whole", BLOOD_PRESSURE, b -> Samples.in(b, Observation.class)
                .setValue(new Quantity().setValue(250).setCode("mm[Hg]")));
        in("observation-unit", "pounds, under a second code", CONTRACEPTION, b -> {
            Observation weight = second(observation(b, "27113001"));
            ((Quantity) weight.getValue()).setUnit(null).setCode("[lb_av]");
        });
        in(
                "unsupported-observation",
                "oxygen saturation, under a second code",
                PHARMACY_FIRST,
                b -> second(observation(b, "364075005").setCode(concept("431314004"))));
        in(
                "blood-pressure-triplet",
                "a reading that stands alone, under a second code",
                BLOOD_PRESSURE,
                b -> second(observation(b, "364075005")
                        .setCode(concept("407554009"))
                        .setValue(new Quantity().setValue(120).setCode("mm[Hg]"))));
        in("observation-unit", "degrees Fahrenheit", PHARMACY_FIRST, b -> ((Quantity)
                        observation(b, "276885007").getValue())
                .setCode("[degF]"));
        in("observation-unit", "degrees Fahrenheit, and why there are none", PHARMACY_FIRST, b -> {
            Observation temperature = observation(b, "276885007").setDataAbsentReason(concept("385660001"));
            ((Quantity) temperature.getValue()).setCode("[degF]");
        });
        in("observation-unit", "kilopascal in a part, and why there is no whole", BLOOD_PRESSURE, b -> {
            Observation pressure = Samples.in(b, Observation.class).setDataAbsentReason(concept("385660001"));
            ((Quantity) pressure.getComponentFirstRep().getValue()).setCode("kPa");
        });
        in("observation-unit", "a code of another system", CONTRACEPTION, b -> ((Quantity)
                        observation(b, "27113001").getValue())
                .setSystem("https://example.org/units"));
        in("observation-unit", "no number", CONTRACEPTION, b -> ((Quantity)
                        observation(b, "27113001").getValue())
                .setValue((BigDecimal) null));
        in("observation-unit", "something said of a number that is not there", CONTRACEPTION, b -> ((Quantity)
                        observation(b, "27113001").getValue())
                .setValueElement(noNumber()));
        in("observation-unit", "words", CONTRACEPTION, b -> observation(b, "50373000")
                .setValue(new StringType("tall")));
        in("observation-unit", "kilopascal", BLOOD_PRESSURE, b -> ((Quantity)
                        Samples.in(b, Observation.class).getComponentFirstRep().getValue())
                .setCode("kPa"));
        in("observation-unit", "pounds in words", CONTRACEPTION, b -> ((Quantity)
                        observation(b, "27113001").getValue())
                .setUnit("lb"));
        in("observation-unit", "degrees Fahrenheit in words", PHARMACY_FIRST, b -> ((Quantity)
                        observation(b, "276885007").getValue())
                .setUnit("Degrees  Fahrenheit"));
        in("observation-unit", "kilopascal in the words of a part", BLOOD_PRESSURE, b -> ((Quantity)
                        Samples.in(b, Observation.class).getComponentFirstRep().getValue())
                .setUnit("kPa"));
        in("observation-unit", "millimoles in words and milligrams in the code", PHARMACY_FIRST, b -> observation(
                        b, "364075005")
                .setCode(concept("33747003"))
                .setValue(new Quantity()
                        .setValue(5)
                        .setUnit("mmol/L")
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("mg/dL")));
        in("unsupported-observation", "oxygen saturation", PHARMACY_FIRST, b -> observation(b, "364075005")
                .setCode(concept("431314004")));
        for (String code : List.of("225908003", "1104441000000107", "86290005", "1104051000000101")) {
            in("unsupported-observation", code, PHARMACY_FIRST, b -> observation(b, "364075005")
                    .setCode(concept(code))
                    .setValue(null));
        }
        in("snomed-check-digit", "a route", PHARMACY_FIRST, b -> medicine(b)
                .getDosageInstructionFirstRep()
                .setRoute(concept("26643007")));
        in("snomed-check-digit", "an observation", PHARMACY_FIRST, b -> observation(b, "276885007")
                .setCode(concept("276885008"))
                .setValue(null));
        in("snomed-check-digit", "a problem", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .setCode(concept("43878009")));
        in("snomed-check-digit", "letters", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .setCode(concept("sore")));
        in("attachment", "a program", BLOOD_PRESSURE, b -> attachment(b).setContentType("application/x-sh"));
        in("attachment", "in a part", PHARMACY_FIRST, b -> observation(b, "276885007")
                .addComponent()
                .setCode(concept("33747003"))
                .setValue(new Attachment().setContentType("application/pdf").setData(new byte[] {1})));
        in("attachment", "no data", BLOOD_PRESSURE, b -> attachment(b).setData(null));
        in("attachment-content", "a program that says it is a PDF", BLOOD_PRESSURE, b -> attachment(b)
                .setData("#!/bin/sh".getBytes(StandardCharsets.US_ASCII)));
    }

    private void medicines() {
        in("medicine-dosage", "none", PHARMACY_FIRST, b -> medicine(b)
                .getDosageInstruction()
                .clear());
        in("medicine-dosage", "no instruction", PHARMACY_FIRST, b -> medicine(b)
                .getDosageInstructionFirstRep()
                .setPatientInstruction(null));
        in("medicine-quantity", "none", PHARMACY_FIRST, b -> medicine(b).setQuantity(null));
        in("medicine-quantity", "something said of a number that is not there", PHARMACY_FIRST, b -> medicine(b)
                .getQuantity()
                .setValueElement(noNumber()));
        in("medicine-quantity", "no unit", PHARMACY_FIRST, b -> medicine(b)
                .getQuantity()
                .setUnit(null));
        in("medicine-code", "words only", PHARMACY_FIRST, b -> medicine(b)
                .setMedication(new CodeableConcept().setText("Penicillin")));
        in("medicine-code", "by reference", PHARMACY_FIRST, b -> medicine(b)
                .setMedication(new Reference().setDisplay("Penicillin")));
        in("medicine-not-supplied", "not done", PHARMACY_FIRST, b -> medicine(b).setNotDone(true));
        in("snomed-check-digit", "a medicine", PHARMACY_FIRST, b -> ((CodeableConcept)
                        medicine(b).getMedication())
                .getCodingFirstRep()
                .setCode("39732411000001104"));
    }

    private void datesAndAges() {
        in("dates", "a consultation in the future", PHARMACY_FIRST, b -> Samples.in(b, Composition.class)
                .setDateElement(new DateTimeType("2027-01-01")));
        in("dates", "an entry in the future", PHARMACY_FIRST, b -> observation(b, "276885007")
                .setEffective(new DateTimeType("2026-03-03")));
        in("dates", "an entry before birth", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .setAssertedDateElement(new DateTimeType("1984-06-01")));
        in("dates", "a month in the future", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .setOnset(new DateTimeType("2026-04")));
        in("dates", "an encounter that ends in the future", PHARMACY_FIRST, b -> Samples.in(b, Encounter.class)
                .getPeriod()
                .setEndElement(new DateTimeType("2030-01-01")));
        in("dates", "handed over before birth", PHARMACY_FIRST, b -> medicine(b)
                .setWhenHandedOverElement(new DateTimeType("1983")));
        all.add(BrokenMessage.of("dates", "born tomorrow", PHARMACY_FIRST, b -> born(b, "2026-03-03")));
        in("contraception-under-16", "15 years", CONTRACEPTION, b -> born(b, "2010-12-31"));
        in("contraception-under-13", "12 years", CONTRACEPTION, b -> born(b, "2013-12-31"), "contraception-under-16");
    }

    private void theRest() {
        in(
                "references",
                "another's patient",
                PHARMACY_FIRST,
                b -> observation(b, "276885007")
                        .setSubject(new Reference("urn:uuid:aaaaaaaa-0000-4000-8000-000000000000")),
                "subject");
        in("references", "elsewhere", PHARMACY_FIRST, b -> medicine(b)
                .setContext(new Reference("https://example.org/Encounter/1")));
        in("references", "an extension's", PHARMACY_FIRST, b -> medicine(b)
                .addExtension(new Extension("https://example.org/by", new Reference("Practitioner/9"))));
        in("subject", "a patient within the entry", PHARMACY_FIRST, b -> {
            Observation observation = observation(b, "276885007");
            observation.addContained(patient(b).copy().setId("another"));
            observation.setSubject(new Reference("#another"));
        });
        in("subject", "a mother in words", PHARMACY_FIRST, b -> medicine(b)
                .setSubject(new Reference().setDisplay("Mother")));
        in("subject", "another resource of the document", PHARMACY_FIRST, b -> impression(b)
                .setSubject(impression(b).getAssessor()));
        in("subject", "of the encounter", PHARMACY_FIRST, b -> Samples.in(b, Encounter.class)
                .setSubject(new Reference().setDisplay("Mother")));
        in("subject", "of the document", PHARMACY_FIRST, b -> Samples.in(b, Composition.class)
                .setSubject(new Reference().setDisplay("Mother")));
        in("subject", "of a resource within a problem", PHARMACY_FIRST, b -> Samples.in(b, Condition.class)
                .addContained(new Observation()
                        .setSubject(new Reference().setDisplay("Mother"))
                        .setId("within")));
        in("modifier-extension", "on an observation", PHARMACY_FIRST, b -> observation(b, "276885007")
                .addModifierExtension(new Extension("https://example.org/not", new StringType("x"))));
        in("modifier-extension", "on a part", BLOOD_PRESSURE, b -> Samples.in(b, Observation.class)
                .getComponent()
                .get(1)
                .addModifierExtension(new Extension("https://example.org/not", new StringType("x"))));
        in("modifier-extension", "on the header", PHARMACY_FIRST, b -> Samples.first(b, MessageHeader.class)
                .addModifierExtension(new Extension("https://example.org/not", new StringType("x"))));
        in("modifier-extension", "on a resource within a problem", PHARMACY_FIRST, b -> {
            Observation within = new Observation();
            within.addModifierExtension(new Extension("https://example.org/not", new StringType("x")));
            Samples.in(b, Condition.class).addContained(within.setId("within"));
        });
        in("modifier-extension", "as rules to know", PHARMACY_FIRST, b -> observation(b, "276885007")
                .setImplicitRules("https://example.org/rules"));
        in("duplicate-entries", "the same problem again", PHARMACY_FIRST, b -> Samples.document(b)
                .addEntry()
                .setResource(Samples.in(b, Condition.class).copy().setId("again")));
        in("hidden-from-patient", "an observation", PHARMACY_FIRST, b -> observation(b, "276885007")
                .getMeta()
                .addSecurity()
                .setCode("NOPAT"));
        in("confidentiality", "restricted", PHARMACY_FIRST, b -> Samples.in(b, Composition.class)
                .setConfidentiality(Composition.DocumentConfidentiality.R));
        in("clinical-summary", "no words", PHARMACY_FIRST, b -> impression(b).setSummary(null));
        in("clinical-summary", "untagged", PHARMACY_FIRST, b -> impression(b).setMeta(null));
    }

    private static void pregnant(Bundle bundle) {
        observation(bundle, "276885007").setCode(concept("77386006")).setValue(null);
    }

    private static void pressure(Bundle bundle, int systolic, int diastolic) {
        Observation pressure = Samples.in(bundle, Observation.class);
        ((Quantity) pressure.getComponent().get(0).getValue()).setValue(systolic);
        ((Quantity) pressure.getComponent().get(1).getValue()).setValue(diastolic);
    }

    private static Observation observation(Bundle bundle, String code) {
        return Samples.document(bundle).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(observation ->
                        code.equals(observation.getCode().getCodingFirstRep().getCode()))
                .findFirst()
                .orElseThrow();
    }

    private static DecimalType noNumber() {
        DecimalType number = new DecimalType();
        number.addExtension(new Extension("https://example.org/why", new StringType("x")));
        return number;
    }

    /** The same, with another code before its own. */
    private static Observation second(Observation observation) {
        observation.getCode().getCoding().add(0, concept("33747003").getCodingFirstRep());
        return observation;
    }

    private static Attachment attachment(Bundle bundle) {
        return (Attachment) observation(bundle, "725956001").getValue();
    }

    private static MedicationDispense medicine(Bundle bundle) {
        return Samples.in(bundle, MedicationDispense.class);
    }

    private static ClinicalImpression impression(Bundle bundle) {
        return Samples.in(bundle, ClinicalImpression.class);
    }

    private static Patient patient(Bundle bundle) {
        return Samples.in(bundle, Patient.class);
    }

    private static void born(Bundle bundle, String date) {
        patient(bundle).setBirthDateElement(new DateType(date));
    }

    private static CodeableConcept concept(String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(SNOMED_CT).setCode(code));
    }

    private void in(String rule, String how, String sample, Consumer<Bundle> change, String... too) {
        all.add(BrokenMessage.of(rule, how, sample, change, too));
    }
}
