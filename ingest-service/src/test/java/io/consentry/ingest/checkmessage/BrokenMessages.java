package io.consentry.ingest.checkmessage;

import static io.consentry.ingest.Samples.BLOOD_PRESSURE;
import static io.consentry.ingest.Samples.CONTRACEPTION;
import static io.consentry.ingest.Samples.PHARMACY_FIRST;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.consentry.ingest.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.dstu3.model.AllergyIntolerance;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Flag;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Resource;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The table of broken messages: every way in which a sender can get a rule wrong. */
final class BrokenMessages {

    private final List<BrokenMessage> all = new ArrayList<>();

    private BrokenMessages() {}

    static List<BrokenMessage> all() {
        BrokenMessages messages = new BrokenMessages();
        messages.envelope();
        messages.document();
        messages.people();
        messages.content();
        return messages.all;
    }

    private void envelope() {
        add("message-bundle", "a collection", b -> b.setType(Bundle.BundleType.COLLECTION));
        add("message-bundle", "no identifier", b -> b.setIdentifier(new Identifier().setSystem("urn:x")));
        add("message-bundle", "an identifier of 300 letters", b -> b.getIdentifier()
                .setValue("x".repeat(300)));
        add("message-bundle", "the header last", b -> b.getEntry()
                .add(b.getEntry().remove(0)));
        add("message-header", "another event", b -> header(b).getEvent().setCode("ITK008M"));
        add("message-header", "another code system", b -> header(b).getEvent().setSystem("urn:x"));
        add("message-header", "no time", b -> header(b).setTimestamp(null));
        add("message-header", "no endpoint", b -> header(b).getSource().setEndpoint(null));
        add("message-header", "no focus", b -> header(b).getFocus().clear());
        add("message-header", "a focus elsewhere", b -> header(b)
                .getFocusFirstRep()
                .setReference("urn:uuid:1"));
        add("message-header", "no handling", b -> header(b).getExtension().clear());
        add(
                "message-header",
                "no sender reference",
                b -> header(b).getExtension().get(0).getExtension().removeIf(e -> "SenderReference"
                        .equals(e.getUrl())));
        add("message-header", "no sender", b -> header(b).setSender(null));
        add("sender", "no ODS code", b -> sender(b).getIdentifier().clear());
        add("sender", "a placeholder", b -> sender(b).getIdentifierFirstRep().setValue("A(*)"));
    }

    private void document() {
        add("document", "not a document", b -> Samples.document(b).setType(Bundle.BundleType.COLLECTION));
        add("document", "two documents", b -> b.addEntry()
                .setFullUrl("urn:uuid:2")
                .setResource(new Bundle().setType(Bundle.BundleType.DOCUMENT)));
        add("document", "no practitioner", b -> remove(b, "Practitioner"));
        add("document", "no organisation", b -> remove(b, "Organization"));
        add("document", "no clinical impression", b -> remove(b, "ClinicalImpression"));
        add("document", "no encounter", b -> remove(b, "Encounter"));
        add("document", "no patient", b -> remove(b, "Patient"));
        add("document", "two patients", b -> Samples.document(b)
                .addEntry()
                .setResource(Samples.in(b, Patient.class).copy()));
        add("document", "the composition last", b -> {
            List<Bundle.BundleEntryComponent> entries = Samples.document(b).getEntry();
            entries.add(entries.remove(0));
        });
        add("composition-entries", "no section", b -> composition(b)
                .getSection()
                .clear());
        add(
                "composition-entries",
                "the encounter is not listed",
                b -> composition(b).getSectionFirstRep().getEntry().remove(0));
        add("composition-entries", "a clinical impression is not listed", b -> Samples.document(b)
                .addEntry()
                .setFullUrl("urn:uuid:7f26144b-0000-4fcd-99a5-4a7bb1fee08f")
                .setResource(Samples.in(b, ClinicalImpression.class).copy().setId("unlisted")));
        add("resource-types", "an allergy", b -> Samples.document(b).addEntry().setResource(allergy()));
        add("resource-types", "a flag in the envelope", b -> b.addEntry()
                .setResource(new Flag().setStatus(Flag.FlagStatus.ACTIVE)));
        add("resource-types", "a contained one", b -> Samples.in(b, Observation.class)
                .addContained(allergy().setId("a")));
        add("service", "an unknown code", b -> type(b, "123037004"));
        add("service", "announced and not live", b -> type(b, "1577321000000100"));
        add(
                "service",
                "another code system",
                b -> composition(b).getType().getCodingFirstRep().setSystem("urn:x"));
        add("service", "two services", b -> Samples.in(b, Encounter.class)
                .getReasonFirstRep()
                .getCodingFirstRep()
                .setCode("1659121000000101"));
        add("no-html", "a table", b -> {
            XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
            div.addTag("p").addText("See above");
            composition(b).getSectionFirstRep().getText().setDiv(div);
        });
        text("value-types", "a birth date of letters", "1984-06-02", "June 1984");
        text("value-types", "an unknown gender", "<gender value=\"male\"/>", "<gender value=\"m\"/>");
        text("value-types", "two titles", "<title ", "<title value=\"Another\"/><title ");
    }

    private void people() {
        add("nhs-number", "none", b -> patient(b).getIdentifier().clear());
        add("nhs-number", "two", b -> patient(b)
                .addIdentifier()
                .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                .setValue("9990000026"));
        add("nhs-number-check-digit", "a wrong one", b -> number(b, "9990000019"));
        add("nhs-number-check-digit", "nine digits", b -> number(b, "999000001"));
        add("nhs-number-check-digit", "letters", b -> number(b, "999000001X"));
        add("nhs-number-check-digit", "spaces", b -> number(b, "999 000 0018"));
        add("ods-code", "a placeholder", b -> Samples.in(b, Organization.class)
                .getIdentifierFirstRep()
                .setValue("A(*)"));
        add("ods-code", "none", b -> Samples.in(b, Organization.class)
                .getIdentifier()
                .clear());
    }

    private void content() {
        in("pregnancy", "in the contraception service", CONTRACEPTION, b -> {});
        in("pregnancy", "in another service", PHARMACY_FIRST, b -> Samples.in(b, Observation.class)
                .getCode()
                .getCodingFirstRep()
                .setCode("77386006"));
        in("pregnancy", "as an answer", PHARMACY_FIRST, b -> Samples.in(b, Observation.class)
                .setValue(new CodeableConcept()
                        .addCoding(
                                new Coding().setSystem("http://snomed.info/sct").setCode("77386006"))));
        in("urgent-blood-pressure", "180 systolic", BLOOD_PRESSURE, b -> pressure(b, 180, 91));
        in("urgent-blood-pressure", "120 diastolic", BLOOD_PRESSURE, b -> pressure(b, 142, 120));
    }

    private static void pressure(Bundle bundle, int systolic, int diastolic) {
        Observation pressure = Samples.in(bundle, Observation.class);
        ((Quantity) pressure.getComponent().get(0).getValue()).setValue(systolic);
        ((Quantity) pressure.getComponent().get(1).getValue()).setValue(diastolic);
    }

    private static void type(Bundle bundle, String code) {
        composition(bundle).getType().getCodingFirstRep().setCode(code);
        Samples.in(bundle, Encounter.class).getReason().clear();
    }

    private static void number(Bundle bundle, String number) {
        patient(bundle).getIdentifierFirstRep().setValue(number);
    }

    private static AllergyIntolerance allergy() {
        return new AllergyIntolerance().setClinicalStatus(AllergyIntolerance.AllergyIntoleranceClinicalStatus.ACTIVE);
    }

    private static MessageHeader header(Bundle bundle) {
        return Samples.first(bundle, MessageHeader.class);
    }

    private static Organization sender(Bundle bundle) {
        return Samples.first(bundle, Organization.class);
    }

    private static Composition composition(Bundle bundle) {
        return Samples.in(bundle, Composition.class);
    }

    private static Patient patient(Bundle bundle) {
        return Samples.in(bundle, Patient.class);
    }

    private static void remove(Bundle bundle, String type) {
        Samples.document(bundle).getEntry().removeIf(entry -> {
            Resource resource = entry.getResource();
            return resource.fhirType().equals(type);
        });
    }

    private void add(String rule, String how, Consumer<Bundle> change) {
        in(rule, how, PHARMACY_FIRST, change);
    }

    private void in(String rule, String how, String sample, Consumer<Bundle> change) {
        all.add(BrokenMessage.of(rule, how, sample, change));
    }

    private void text(String rule, String how, String old, String changed) {
        all.add(new BrokenMessage(rule, how, () -> Samples.text(PHARMACY_FIRST)
                .replaceFirst(old, changed)
                .getBytes(UTF_8)));
    }
}
