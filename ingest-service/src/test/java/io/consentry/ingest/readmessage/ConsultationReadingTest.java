package io.consentry.ingest.readmessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Detail;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.ingest.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.DateTimeType;
import org.hl7.fhir.dstu3.model.Dosage;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.MedicationDispense;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Period;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.StringType;
import org.hl7.fhir.dstu3.model.Timing;
import org.hl7.fhir.dstu3.model.Timing.TimingRepeatComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsultationReadingTest {

    private static final FhirParsing PARSING = new FhirParsing();

    @ParameterizedTest
    @ValueSource(strings = {Samples.PHARMACY_FIRST, Samples.BLOOD_PRESSURE, Samples.CONTRACEPTION})
    void isTheSame_fromXmlAndFromJson(String sample) throws Exception {
        assertThat(read(Samples.xml(sample), MessageFormat.XML))
                .isEqualTo(read(Samples.json(sample), MessageFormat.JSON));
    }

    @Test
    void readsWhoItIsAbout_whoSawThem_andWhere() throws Exception {
        Consultation consultation = read(Samples.xml(Samples.PHARMACY_FIRST), MessageFormat.XML);

        assertThat(consultation.patient())
                .isEqualTo(new io.consentry.consultation.Patient(
                        "9990000018",
                        "01",
                        "SPECIMEN",
                        List.of("Idris", "Tomos"),
                        "Mr",
                        "1984-06-02",
                        "male",
                        List.of("12 Sample Street", "Testford", "ZZ1 1AA"),
                        false));
        assertThat(consultation.pharmacy().name()).isEqualTo("Riverside Pharmacy");
        assertThat(consultation.practitioner())
                .isEqualTo(new io.consentry.consultation.Practitioner("Ms Tamsin Ogunleye", "2098765", "Pharmacist"));
        assertThat(consultation.title()).isEqualTo("Riverside Pharmacy - Community Pharmacy Pharmacy First Service");
        assertThat(consultation.date()).isEqualTo("2026-02-10");
        assertThat(consultation.details())
                .contains(
                        new Detail("Outcome of attendance", "Discharged"),
                        new Detail("Encounter", "Seen in primary care establishment"));
    }

    @Test
    void readsEveryEntry_inTheOrderOfTheMessage() throws Exception {
        Consultation consultation = read(Samples.xml(Samples.PHARMACY_FIRST), MessageFormat.XML);

        assertThat(consultation.entries())
                .extracting(Entry::kind, Entry::heading)
                .containsExactly(
                        tuple(EntryKind.OBSERVATION, null),
                        tuple(EntryKind.OBSERVATION, null),
                        tuple(EntryKind.CONDITION, "presenting-complaints-or-issues"),
                        tuple(EntryKind.MEDICINE, null),
                        tuple(EntryKind.NOTE, "clinical-summary"),
                        tuple(EntryKind.NOTE, "history"),
                        tuple(EntryKind.NOTE, "red-flags"),
                        tuple(EntryKind.NOTE, "information-and-advice-given"));
        assertThat(consultation.entries()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(consultation.entries().get(0).value())
                .isEqualTo(new Entry.Value("38.20", "degree Celsius", "Cel", null, null));
        assertThat(consultation.entries().get(4).text()).contains("fever & swollen glands");
        assertThat(consultation.entries().get(6).text()).contains("<checked>");
    }

    @Test
    void readsAMedicine_withAllThatAReviewerNeeds() throws Exception {
        Entry entry = only(read(Samples.xml(Samples.PHARMACY_FIRST), MessageFormat.XML), EntryKind.MEDICINE);

        assertThat(entry.code()).extracting(Coding::system).isEqualTo("https://dmd.nhs.uk");
        assertThat(entry.medicine())
                .isEqualTo(new Entry.Medicine(
                        new Entry.Value("40", "tablet", "428673006", null, null),
                        new Entry.Value("5", "day", "d", null, null),
                        List.of("Two tablets four times a day for five days"),
                        List.of("Two tablets four times a day for five days"),
                        "Oral route",
                        "Patient group direction",
                        "2026-02-10"));
        assertThat(entry.details())
                .contains(new Detail("Timing", "1 times in 1 d"), new Detail("Prepared", "2026-02-10"));
    }

    @Test
    void readsDosages_inTheirSequence() throws Exception {
        assertThat(dosages(new Dosage().setSequence(2), new Dosage().setSequence(1)))
                .containsExactly("First take two", "Then take one");
    }

    @Test
    void readsDosages_asTheyStand_whereOneHasNoPlaceInTheSequence() throws Exception {
        assertThat(dosages(new Dosage().setSequence(2), new Dosage()))
                .containsExactly("Then take one", "First take two");
    }

    private static List<String> dosages(Dosage first, Dosage second) throws UnreadableMessageException {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, MedicationDispense.class)
                .setDosageInstruction(List.of(first.setText("Then take one"), second.setText("First take two"))));
        return Objects.requireNonNull(only(read(message, MessageFormat.XML), EntryKind.MEDICINE)
                        .medicine())
                .dosage();
    }

    @Test
    void readsABloodPressure_asOneEntryWithItsParts_andAnAttachedReport() throws Exception {
        Consultation consultation = read(Samples.xml(Samples.BLOOD_PRESSURE), MessageFormat.XML);

        Entry pressure = consultation.entries().get(0);
        assertThat(pressure.parts())
                .extracting(
                        part -> part.code().code(),
                        part -> part.value() == null ? null : part.value().number())
                .containsExactly(tuple("407554009", "142"), tuple("407555005", "91"));
        assertThat(pressure.details()).contains(new Detail("Body site", "Left upper arm structure"));
        assertThat(consultation.entries().get(1).details()).contains(new Detail("Comment", "Regular"));
        Entry report = only(consultation, EntryKind.ATTACHMENT);
        assertThat(report.attachment()).isEqualTo(new Entry.Attachment(1, "application/pdf", "ABPM report", 60));
    }

    @Test
    void saysInWords_whatIsNoPlainQuantity() throws Exception {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Observation.class)
                .setValue(new Quantity()
                        .setComparator(Quantity.QuantityComparator.LESS_THAN)
                        .setValue(new BigDecimal("35.0"))
                        .setUnit("degree Celsius")));

        assertThat(read(message, MessageFormat.XML).entries().get(0).value())
                .isEqualTo(new Entry.Value(null, null, null, null, "< 35.0 degree Celsius"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-02-01, -, from 2026-02-01",
                "-, 2026-02-05, until 2026-02-05",
                "2026-02-01, 2026-02-05, 2026-02-01 to 2026-02-05",
            })
    void saysOfAPeriod_onWhichSideItIsOpen(String start, String end, String words) throws Exception {
        Period period = new Period()
                .setStartElement(start == null ? null : new DateTimeType(start))
                .setEndElement(end == null ? null : new DateTimeType(end));
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> {
            Samples.in(bundle, Observation.class).setEffective(period);
            Samples.in(bundle, Encounter.class).setPeriod(period.copy());
            Samples.in(bundle, MedicationDispense.class)
                    .getDosageInstructionFirstRep()
                    .setTiming(new Timing().setRepeat(new TimingRepeatComponent().setBounds(period.copy())));
        });
        Consultation consultation = read(message, MessageFormat.XML);

        assertThat(consultation.entries().get(0).date()).isEqualTo(words);
        assertThat(consultation.details()).contains(new Detail("Took place", words));
        assertThat(only(consultation, EntryKind.MEDICINE).details()).contains(new Detail("Timing", words));
    }

    @Test
    void listsWhatItHasNoPlaceFor_byPath() throws Exception {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> {
            Samples.in(bundle, Observation.class).setDevice(new Reference("Device/1"));
            Samples.in(bundle, Patient.class).addCommunication().setPreferred(true);
            Samples.in(bundle, Encounter.class)
                    .addExtension(new Extension("https://example.org/more", new StringType("x")));
        });

        assertThat(read(message, MessageFormat.XML).notRead())
                .containsExactlyInAnyOrder(
                        "Bundle.entry[2].resource.entry[6].resource.device",
                        "Bundle.entry[2].resource.entry[5].resource.communication[0]",
                        "Bundle.entry[2].resource.entry[1].resource.extension[1]");
    }

    @Test
    void listsEveryExtensionOfOneKind_fromEitherFormat() throws Exception {
        String two = "<extension url=\"https://example.org/more\"><valueString value=\"one\"/></extension>"
                + "<extension url=\"https://example.org/more\"><valueString value=\"two\"/></extension>";
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst("<gender value=\"male\"/>", "<gender value=\"male\">" + two + "</gender>")
                .getBytes(UTF_8);
        String both = "{\"url\": \"https://example.org/more\", \"valueString\": \"one\"},"
                + " {\"url\": \"https://example.org/more\", \"valueString\": \"two\"}";
        byte[] json = new String(Samples.json(Samples.PHARMACY_FIRST), UTF_8)
                .replaceFirst(
                        "\"gender\": \"male\"", "\"gender\": \"male\", \"_gender\": {\"extension\": [" + both + "]}")
                .getBytes(UTF_8);

        assertThat(read(xml, MessageFormat.XML).notRead()).hasSize(2);
        assertThat(read(json, MessageFormat.JSON).notRead()).hasSize(2);
    }

    @Test
    void listsEveryElementThatFhirDoesNotKnow_alsoOfOneName() throws Exception {
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst(
                        "<gender value=\"male\"/>",
                        "<gender value=\"male\"/><shoeSize value=\"9\"/><shoeSize value=\"10\"/>")
                .getBytes(UTF_8);

        assertThat(read(xml, MessageFormat.XML).notRead()).hasSize(2);
    }

    /** Whoever says that a number is verified and that it is not has not verified it. */
    @Test
    void tellsEveryVerification_ofOneNhsNumber() throws Exception {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Patient.class)
                .getIdentifierFirstRep()
                .addExtension(new Extension(
                        FhirNames.VERIFICATION_STATUS,
                        new CodeableConcept().addCoding(new org.hl7.fhir.dstu3.model.Coding().setCode("02")))));

        assertThat(read(message, MessageFormat.XML).patient().nhsNumberStatus()).isEqualTo("01 / 02");
    }

    @Test
    void tellsEveryVerification_ofOneConcept() throws Exception {
        byte[] message =
                Samples.changed(Samples.PHARMACY_FIRST, bundle -> ((CodeableConcept) Samples.in(bundle, Patient.class)
                                .getIdentifierFirstRep()
                                .getExtensionsByUrl(FhirNames.VERIFICATION_STATUS)
                                .get(0)
                                .getValue())
                        .addCoding(new org.hl7.fhir.dstu3.model.Coding().setCode("02"))
                        .addCoding(new org.hl7.fhir.dstu3.model.Coding().setCode("01")));

        assertThat(read(message, MessageFormat.XML).patient().nhsNumberStatus()).isEqualTo("01 / 02");
    }

    /** They may be as long as a file, and a worklist shows many messages at once. */
    @Test
    void listsBytes_inAnExtensionThatIsShown_andShowsThemNot() throws Exception {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(
                        bundle, org.hl7.fhir.dstu3.model.Encounter.class)
                .addExtension(new Extension(
                        FhirNames.OUTCOME_OF_ATTENDANCE, new org.hl7.fhir.dstu3.model.Base64BinaryType("QUJDQUJD"))));

        assertThat(read(message, MessageFormat.XML).notRead())
                .anyMatch(path -> path.contains("extension") && path.contains("value"));
        assertThat(read(message, MessageFormat.XML).details())
                .noneMatch(detail -> detail.text().contains("QUJD"));
    }

    @Test
    void namesEveryModifierExtension_ofOneElement() throws Exception {
        Extension modifier = new Extension("https://example.org/not", new StringType("x"));
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Observation.class)
                .addModifierExtension(modifier)
                .addModifierExtension(modifier.copy()));

        assertThat(PARSING.parse(message, MessageFormat.XML).modifiers())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void listsAFile_inAPartOfAMeasurement() throws Exception {
        byte[] message = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Observation.class)
                .addComponent()
                .setValue(new Attachment().setContentType("application/pdf").setTitle("Trace")));

        assertThat(read(message, MessageFormat.XML).notRead())
                .containsExactly("Bundle.entry[2].resource.entry[6].resource.component[0].value");
    }

    @Test
    void listsElementsThatFhirDoesNotKnow_fromEitherFormat() throws Exception {
        byte[] xml = Samples.text(Samples.PHARMACY_FIRST)
                .replaceFirst("<gender value=\"male\"/>", "<gender value=\"male\"/><shoeSize value=\"9\"/>")
                .getBytes(UTF_8);
        byte[] json = new String(Samples.json(Samples.PHARMACY_FIRST), UTF_8)
                .replaceFirst("\"gender\": \"male\"", "\"gender\": \"male\", \"shoeSize\": \"9\"")
                .getBytes(UTF_8);

        assertThat(read(xml, MessageFormat.XML).notRead())
                .singleElement()
                .asString()
                .contains("shoeSize");
        assertThat(read(json, MessageFormat.JSON).notRead())
                .singleElement()
                .asString()
                .contains("shoeSize");
    }

    @Test
    void takesAnyBundle_andLeavesEmptyWhatIsMissing() throws Exception {
        byte[] empty = "<Bundle xmlns=\"http://hl7.org/fhir\"/>".getBytes(UTF_8);

        assertThat(read(empty, MessageFormat.XML).entries()).isEmpty();
    }

    private static Consultation read(byte[] message, MessageFormat format) throws UnreadableMessageException {
        return ConsultationReading.read(PARSING.parse(message, format), "any", "FQW30");
    }

    private static Entry only(Consultation consultation, EntryKind kind) {
        return consultation.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
