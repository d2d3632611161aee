package io.consentry.ingest.checkmessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Flag;
import io.consentry.ingest.Samples;
import io.consentry.ingest.readmessage.ConsultationReading;
import io.consentry.ingest.readmessage.FhirParsing;
import io.consentry.ingest.readmessage.MessageFormat;
import io.consentry.ingest.readmessage.UnreadableMessageException;
import io.consentry.ingest.readmessage.UpdateRecord;
import io.consentry.ingest.recognisemessage.Recognised;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For every rule: a message that breaks only it, in both modes. */
class SafeguardsTest {

    private static final FhirParsing PARSING = new FhirParsing();

    static Stream<BrokenMessage> broken() {
        return BrokenMessages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void reports_whereTheMessageBreaksTheRule(BrokenMessage broken) throws Exception {
        if (!rule(broken.rule()).isToldToSenders()) {
            assertThatThrownBy(() -> safeguards(Map.of(broken.rule(), RuleMode.REJECT)))
                    .hasMessageContaining(broken.rule());
            return;
        }
        Verdict verdict = judge(broken.xml(), broken.recognised(), modes(RuleMode.REJECT, broken.rule()));

        assertThat(verdict.violations()).extracting(Violation::rule).contains(broken.rule());
        assertThat(newlyBroken(broken, verdict)).containsExactlyInAnyOrderElementsOf(onlyThose(broken));
        assertThat(verdict.violations()).allSatisfy(violation -> {
            assertThat(violation.path()).isNotBlank();
            assertThat(violation.message()).endsWith(".").doesNotContain("SPECIMEN", "EXEMPLAR", "MUSTER", "999000");
        });
    }

    @ParameterizedTest
    @MethodSource("broken")
    void flags_whereTheDeploymentOnlyWarns(BrokenMessage broken) throws Exception {
        if (rule(broken.rule()).isFixed()) {
            assertThatThrownBy(() -> safeguards(Map.of(broken.rule(), RuleMode.FLAG)))
                    .hasMessageContaining(broken.rule());
            return;
        }
        Map<String, RuleMode> modes = modes(RuleMode.FLAG, broken.rule());
        broken.too().forEach(rule -> modes.put(rule, RuleMode.OFF));
        Verdict verdict = judge(broken.xml(), broken.recognised(), modes);

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.flags()).extracting(Flag::rule).contains(broken.rule());
        assertThat(verdict.flags()).extracting(Flag::id).doesNotHaveDuplicates();
        assertThat(verdict.flagsForSender().stream()
                        .anyMatch(flag -> flag.rule().equals(broken.rule())))
                .isEqualTo(rule(broken.rule()).isToldToSenders());
    }

    /** Whoever is under 13 is under 16 as well; every other rule can be broken alone. */
    @Test
    void everyRule_isBrokenByAMessageThatBreaksNoOther() {
        assertThat(Rules.all().stream().map(Rule::name).filter(name -> !name.equals("contraception-under-13")))
                .isSubsetOf(broken().filter(broken -> broken.too().isEmpty())
                        .map(BrokenMessage::rule)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.PHARMACY_FIRST, Samples.BLOOD_PRESSURE, Samples.CONTRACEPTION})
    void takesTheSamples_asTheyAre(String sample) throws Exception {
        Verdict verdict = judge(Samples.xml(sample), Map.of());

        assertThat(verdict.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<value value=\"9990000018\"/>, <value id=\"x\"/>",
        "<birthDate value=\"[0-9-]+\"/>, <birthDate id=\"x\"/>",
        "<birthDate value=\"[0-9-]+\"/>,"
                + " <birthDate><extension url=\"urn:x\"><valueCode value=\"y\"/></extension></birthDate>",
    })
    void whatHasNoValue_isNotThere(String value, String without) throws Exception {
        String text = Samples.text(Samples.PHARMACY_FIRST);
        String changed = text.replaceFirst(value, without);
        assertThat(changed).isNotEqualTo(text);

        assertThat(judge(changed.getBytes(UTF_8), Map.of()).violations()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "180, LESS_THAN, false",
        "180, LESS_OR_EQUAL, false",
        "180, GREATER_THAN, true",
        "180, GREATER_OR_EQUAL, true",
        "170, LESS_THAN, false",
        "170, GREATER_THAN, true",
        "170, GREATER_OR_EQUAL, true",
    })
    void reading_isUrgent_whereItMayReachTheLimit(int systolic, Quantity.QuantityComparator comparator, boolean urgent)
            throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> ((Quantity) Samples.in(bundle, Observation.class)
                        .getComponentFirstRep()
                        .getValue())
                .setValue(systolic)
                .setComparator(comparator));

        assertThat(judge(xml, Map.of()).flags().stream()
                        .anyMatch(flag -> flag.rule().equals("urgent-blood-pressure")))
                .isEqualTo(urgent);
    }

    @Test
    void takesAUnitsCode_whoseSystemIsNotNamed() throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> ((Quantity) Samples.in(bundle, Observation.class)
                        .getComponentFirstRep()
                        .getValue())
                .setSystem(null));

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    @Test
    void takesAFile_thatHasSomethingBeforeThePdf() throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> Samples.document(bundle).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(resource ->
                        resource instanceof Observation observation && observation.getValue() instanceof Attachment)
                .forEach(resource -> ((Attachment) ((Observation) resource).getValue())
                        .setData("\uFEFF\n%PDF-1.7".getBytes(UTF_8))));

        assertThat(judge(xml, Map.of()).flags()).extracting(Flag::rule).doesNotContain("attachment-content");
    }

    @Test
    void takesASubject_thatIsNamedByTypeAndId() throws Exception {
        byte[] xml = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Observation.class)
                .setSubject(new Reference("Patient/"
                        + Samples.in(bundle, Patient.class).getIdElement().getIdPart())));

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    @Test
    void takesAnEntry_thatNamesNoSubject() throws Exception {
        byte[] xml = Samples.changed(Samples.PHARMACY_FIRST, bundle -> Samples.in(bundle, Observation.class)
                .setSubject(null));

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KG", "kilos", "kilogrammes", "kg (with clothes)", "Pfund", "-"})
    void takesAUnit_inAnyWordsThatDoNotContradictItsCode(String words) throws Exception {
        byte[] xml = Samples.changed(Samples.CONTRACEPTION, bundle -> Samples.document(bundle).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(observation ->
                        observation.getValue() instanceof Quantity weight && "kg".equals(weight.getCode()))
                .forEach(observation -> ((Quantity) observation.getValue()).setUnit(words)));

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    @Test
    void takesAPart_thatSaysWhyItHasNoValue() throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> Samples.in(bundle, Observation.class)
                .getComponent()
                .get(1)
                .setValue(null)
                .setDataAbsentReason(new CodeableConcept().setText("Not heard")));

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    @Test
    void takesAMeasurement_thatSaysWhyItHasNoValue_norItsParts() throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> {
            Observation pressure = Samples.in(bundle, Observation.class)
                    .setDataAbsentReason(new CodeableConcept().setText("Declined"));
            pressure.getComponent().forEach(part -> part.setValue(null));
        });

        assertThat(judge(xml, Map.of()).violations()).isEmpty();
    }

    /** Found by chance: a system alone is a coding, too. */
    @Test
    void codingWithoutACode_isJudgedAsWell() throws Exception {
        byte[] xml = Samples.changed(Samples.BLOOD_PRESSURE, bundle -> Samples.in(bundle, Observation.class)
                .getComponent()
                .forEach(part -> part.getCode().getCodingFirstRep().setCode(null)));

        assertThat(judge(xml, Map.of()).violations())
                .extracting(Violation::rule)
                .contains("blood-pressure-triplet");
    }

    @Test
    void aRuleThatIsOff_seesNothing() throws Exception {
        Verdict verdict = judge(Samples.xml(Samples.CONTRACEPTION), Map.of("pregnancy", RuleMode.OFF));

        assertThat(verdict.flags()).extracting(Flag::rule).doesNotContain("pregnancy");
    }

    @Test
    void aRuleOfAnUnknownName_stopsTheStart() {
        assertThatThrownBy(() -> safeguards(Map.of("no-such-rule", RuleMode.OFF)))
                .hasMessageContaining("no-such-rule");
    }

    @Test
    void everyRule_saysWhatItDemands_underANameOfItsOwn() {
        List<Rule> rules = Rules.all();

        assertThat(rules).extracting(Rule::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
        assertThat(rules).extracting(Rule::sentence).allMatch(sentence -> sentence.endsWith("."));
        assertThat(rules).extracting(Rule::path).noneMatch(String::isBlank);
    }

    /** Rules that find something in the changed message and found nothing in the sample that it was made from. */
    private static Set<String> newlyBroken(BrokenMessage broken, Verdict verdict) throws Exception {
        Set<String> rules = rules(verdict);
        rules.removeAll(rules(judge(Samples.xml(broken.sample()), Map.of())));
        rules.add(broken.rule());
        return rules;
    }

    private static Set<String> rules(Verdict verdict) {
        return Stream.concat(
                        verdict.violations().stream().map(Violation::rule),
                        verdict.flags().stream().map(Flag::rule))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> onlyThose(BrokenMessage broken) {
        Set<String> rules = new TreeSet<>(broken.too());
        rules.add(broken.rule());
        return rules;
    }

    /** Every rule as it is, but the one under test. */
    private static Map<String, RuleMode> modes(RuleMode mode, String rule) {
        Map<String, RuleMode> modes = new HashMap<>();
        modes.put(rule, mode);
        return modes;
    }

    private static Rule rule(String name) {
        return Rules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Safeguards safeguards(Map<String, RuleMode> modes) {
        return new Safeguards(Rules.all(), () -> modes);
    }

    private static Verdict judge(byte[] xml, Map<String, RuleMode> modes) throws UnreadableMessageException {
        return judge(xml, Recognised.NOTHING, modes);
    }

    private static Verdict judge(byte[] xml, Recognised recognised, Map<String, RuleMode> modes)
            throws UnreadableMessageException {
        UpdateRecord message = PARSING.parse(xml, MessageFormat.XML);
        Consultation consultation = ConsultationReading.read(message, Rules.serviceOf(message), Samples.PHARMACY);
        return safeguards(modes)
                .judge(new Examined(message, consultation, Instant.parse("2026-03-01T12:00:00Z"), recognised));
    }
}
