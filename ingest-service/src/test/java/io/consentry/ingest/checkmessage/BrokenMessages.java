package io.consentry.ingest.checkmessage;

import static io.consentry.ingest.Samples.PHARMACY_FIRST;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.consentry.ingest.Samples;
import io.consentry.ingest.recognisemessage.Recognised;
import io.consentry.ingest.recognisemessage.Recognised.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.dstu3.model.AllergyIntolerance;
import org.hl7.fhir.dstu3.model.BooleanType;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.DateTimeType;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Flag;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
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
        messages.all.addAll(BrokenContent.all());
        messages.whatIsKnown();
        return messages.all;
    }

    private void whatIsKnown() {
        all.add(BrokenMessage.known(
                "duplicate-document",
                "a document that is here",
                new Recognised(true, false, false, false, false, Replacement.NONE, null)));
        all.add(BrokenMessage.known(
                "possible-duplicate",
                "about the same patient and day",
                new Recognised(false, true, false, false, false, Replacement.NONE, null)));
        all.add(BrokenMessage.known(
                "also-sent-elsewhere",
                "delivered another way before",
                new Recognised(false, false, true, false, false, Replacement.NONE, null)));
        all.add(BrokenMessage.known(
                "replacement-target",
                "nothing that is here",
                new Recognised(false, false, false, false, false, Replacement.UNKNOWN_TARGET, null)));
        all.add(BrokenMessage.known(
                "replacement-target",
                "another patient's document",
                new Recognised(false, false, false, false, false, Replacement.ANOTHER_PATIENT, null)));
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
        add("message-header", "no acknowledgement wanted", b -> handling(b, "BusAckRequested")
                .setValue(new BooleanType(false)));
        add("message-header", "for nobody", b -> ((Coding)
                        handling(b, "RecipientType").getValue())
                .setCode("FX"));
        add("message-header", "no sender", b -> header(b).setSender(null));
        add("sender", "no ODS code", b -> sender(b).getIdentifier().clear());
        add("sender", "a placeholder", b -> sender(b).getIdentifierFirstRep().setValue("A(*)"));
    }

    private void document() {
        add("document", "not a document", b -> Samples.document(b).setType(Bundle.BundleType.COLLECTION));
        add("document", "two documents", b -> b.addEntry()
                .setFullUrl("urn:uuid:2")
                .setResource(new Bundle().setType(Bundle.BundleType.DOCUMENT)));
        add("document", "no practitioner", b -> remove(b, "Practitioner"), "references");
        add("document", "no organisation", b -> remove(b, "Organization"), "references");
        add("document", "no clinical impression", b -> remove(b, "ClinicalImpression"), "references");
        add("document", "no encounter", b -> remove(b, "Encounter"), "references");
        add("document", "no patient", b -> remove(b, "Patient"), "references");
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
        add("composition-entries", "a clinical impression is not listed", b -> {
            ClinicalImpression unlisted =
                    Samples.in(b, ClinicalImpression.class).copy();
            unlisted.setSummary("Another summary").setId("unlisted");
            Samples.document(b)
                    .addEntry()
                    .setFullUrl("urn:uuid:7f26144b-0000-4fcd-99a5-4a7bb1fee08f")
                    .setResource(unlisted);
        });
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
        add("no-html", "in the composition itself", b -> composition(b)
                .getText()
                .setStatusAsString("generated"));
        add(
                "no-html",
                "in a section of a section",
                b -> composition(b).getSectionFirstRep().addSection().getText().setStatusAsString("generated"));
        text("value-types", "a birth date of letters", "1984-06-02", "June 1984");
        text("value-types", "an unknown gender", "<gender value=\"male\"/>", "<gender value=\"m\"/>");
        text(
                "value-types",
                "a measurement of two types",
                "</valueQuantity>",
                "</valueQuantity><valueString value=\"x\"/>");
        text("value-types", "two titles", "<title ", "<title value=\"Another\"/><title ");
    }

    private void people() {
        add("nhs-number", "none", b -> patient(b).getIdentifier().clear());
        add("nhs-number", "two", b -> patient(b)
                .addIdentifier()
                .setSystem("https://fhir.nhs.uk/Id/nhs-number")
                .setValue("9990000026"));
        add(
                "nhs-number-verification",
                "no status",
                b -> patient(b).getIdentifierFirstRep().getExtension().clear());
        add("nhs-number-verification", "not traced", b -> ((CodeableConcept)
                        patient(b).getIdentifierFirstRep().getExtension().get(0).getValue())
                .getCodingFirstRep()
                .setCode("03"));
        add("patient-name", "no official name", b -> patient(b)
                .getNameFirstRep()
                .setUse(null));
        add("patient-name", "no family name", b -> patient(b).getNameFirstRep().setFamily(null));
        add("patient-name", "no date of birth", b -> patient(b).setBirthDate(null));
        add("patient-name", "no gender", b -> patient(b).setGender(null));
        add("patient-deceased", "dead", b -> patient(b).setDeceased(new BooleanType(true)));
        add("patient-deceased", "dead since", b -> patient(b).setDeceased(new DateTimeType("2026-01-05")));
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

    private static Extension handling(Bundle bundle, String part) {
        return header(bundle).getExtension().get(0).getExtensionsByUrl(part).get(0);
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

    private void add(String rule, String how, Consumer<Bundle> change, String... too) {
        all.add(BrokenMessage.of(rule, how, PHARMACY_FIRST, change, too));
    }

    private void text(String rule, String how, String old, String changed) {
        all.add(new BrokenMessage(
                rule,
                how,
                PHARMACY_FIRST,
                () -> Samples.text(PHARMACY_FIRST).replaceFirst(old, changed).getBytes(UTF_8),
                Set.of(),
                Recognised.NOTHING));
    }
}
