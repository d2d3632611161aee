package io.consentry.ingest.readmessage;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Base64BinaryType;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Reference;

/**
 * Which elements of each FHIR type a reviewer sees in the suite's own model, or only administer the resource. What is
 * not named here is listed as not read: an element is added when, and only when, a reading shows it.
 */
final class Shown {

    private static final Set<String> ADMINISTERS = Set.of("id", "meta", "language");

    /** What may change the meaning of all that stands beside it, and nobody here understands. */
    private static final Set<String> MODIFIERS = Set.of("modifierExtension", "implicitRules");

    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            of("Bundle", "identifier", "type", "entry"),
            of("Bundle.entry", "fullUrl", "resource"),
            of("MessageHeader", "event", "sender", "timestamp", "source", "focus"),
            of("MessageHeader.source", "name", "software", "version", "endpoint"),
            of(
                    "Composition",
                    "identifier",
                    "status",
                    "type",
                    "subject",
                    "encounter",
                    "date",
                    "author",
                    "title",
                    "confidentiality",
                    "custodian",
                    "relatesTo",
                    "section"),
            of("Composition.relatesTo", "code", "target"),
            of("Composition.section", "entry"),
            of("Patient", "identifier", "active", "name", "gender", "birthDate", "deceased", "address", "telecom"),
            of("Organization", "identifier", "active", "name", "telecom", "address", "type"),
            of("Practitioner", "identifier", "active", "name", "telecom"),
            of("PractitionerRole", "identifier", "active", "practitioner", "organization", "code"),
            of(
                    "Encounter",
                    "identifier",
                    "status",
                    "type",
                    "subject",
                    "participant",
                    "period",
                    "reason",
                    "serviceProvider"),
            of("Encounter.participant", "type", "individual", "period"),
            of(
                    "Observation",
                    "identifier",
                    "status",
                    "category",
                    "code",
                    "subject",
                    "context",
                    "effective",
                    "issued",
                    "performer",
                    "value",
                    "dataAbsentReason",
                    "interpretation",
                    "comment",
                    "bodySite",
                    "method",
                    "referenceRange",
                    "component"),
            of("Observation.component", "code", "value", "dataAbsentReason", "interpretation", "referenceRange"),
            of("Observation.referenceRange", "low", "high", "text"),
            of(
                    "MedicationDispense",
                    "identifier",
                    "status",
                    "category",
                    "medication",
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
                    "notDoneReason"),
            of("MedicationDispense.performer", "actor"),
            of("MedicationDispense.substitution", "wasSubstituted", "type", "reason"),
            of(
                    "Dosage",
                    "sequence",
                    "text",
                    "additionalInstruction",
                    "patientInstruction",
                    "timing",
                    "asNeeded",
                    "site",
                    "route",
                    "method",
                    "dose",
                    "maxDosePerPeriod",
                    "maxDosePerAdministration",
                    "maxDosePerLifetime",
                    "rate"),
            of(
                    "Condition",
                    "identifier",
                    "clinicalStatus",
                    "verificationStatus",
                    "category",
                    "severity",
                    "code",
                    "bodySite",
                    "subject",
                    "context",
                    "onset",
                    "abatement",
                    "assertedDate",
                    "asserter",
                    "note"),
            of(
                    "ClinicalImpression",
                    "identifier",
                    "status",
                    "code",
                    "description",
                    "subject",
                    "context",
                    "effective",
                    "date",
                    "assessor",
                    "summary",
                    "note",
                    "prognosisCodeableConcept"),
            of("Extension", "url", "value"),
            of("CodeableConcept", "coding", "text"),
            of("Coding", "system", "code", "display", "userSelected"),
            of("Quantity", "value", "comparator", "unit", "system", "code"),
            of("SimpleQuantity", "value", "comparator", "unit", "system", "code"),
            of("Duration", "value", "comparator", "unit", "system", "code"),
            of("Age", "value", "comparator", "unit", "system", "code"),
            of("Range", "low", "high"),
            of("Ratio", "numerator", "denominator"),
            of("Period", "start", "end"),
            of("Timing", "repeat", "code"),
            of("Timing.repeat", "bounds", "frequency", "frequencyMax", "period", "periodUnit", "when"),
            of("Annotation", "text"),
            of("Attachment", "contentType", "title", "data", "creation"),
            of("Identifier", "system", "value", "use"),
            of("HumanName", "use", "family", "given", "prefix", "suffix", "text"),
            of("Address", "use", "type", "line", "city", "district", "state", "postalCode", "country", "text"),
            of("ContactPoint", "system", "value", "use"),
            of("Reference", "reference", "display"),
            of("Meta", "profile", "lastUpdated", "versionId", "tag", "security"));

    /** Extensions that are shown with all they hold, and the parts of the message handling. */
    private static final Set<String> EXTENSIONS = Set.of(
            FhirNames.MESSAGE_HANDLING,
            FhirNames.VERIFICATION_STATUS,
            FhirNames.OUTCOME_OF_ATTENDANCE,
            "BusAckRequested",
            "InfAckRequested",
            "RecipientType",
            "MessageDefinition",
            "SenderReference",
            "LocalExtension");

    private Shown() {}

    /** Whether an element of this name modifies those beside it. */
    static boolean modifies(String element) {
        return MODIFIERS.contains(element);
    }

    private static Map.Entry<String, Set<String>> of(String type, String... elements) {
        return entry(type, Set.of(elements));
    }

    /** Whether anything of this type can be shown at all. */
    static boolean knows(Base element) {
        return element.isPrimitive() || ELEMENTS.containsKey(element.fhirType());
    }

    /** Whether this element of the type is shown. */
    static boolean element(String type, String name) {
        return ADMINISTERS.contains(name)
                || ELEMENTS.getOrDefault(type, Set.of()).contains(name);
    }

    /**
     * Whether a value can be shown within this parent: a file only where it is the value of an observation itself, and of an
     * extension only what can be put into words, which bytes cannot, or names the kind of message.
     */
    static boolean value(Base parent, Base value) {
        return knows(value)
                && (!(value instanceof Attachment) || parent instanceof Observation)
                && !(value instanceof Base64BinaryType && parent instanceof Extension)
                && (!(value instanceof Reference)
                        || !(parent instanceof Extension extension)
                        || "MessageDefinition".equals(extension.getUrl()));
    }

    /** Whether these are the sender's own words for whom it is about: nobody sees them, for the patient is shown once. */
    static boolean isWordsBesideSubject(Trail reference, Children.Child child) {
        return child.name().equals("display")
                && (reference.name().equals("subject") || reference.name().equals("patient"));
    }

    /** Whether this extension is shown. */
    static boolean extension(Extension extension) {
        return extension.hasUrl() && EXTENSIONS.contains(extension.getUrl());
    }

    /** Whether this label or heading of a resource is shown: others have a meaning that nobody here knows. */
    static boolean label(Coding label) {
        return FhirNames.RECORD_STANDARD_HEADINGS.equals(label.getSystem())
                || FhirNames.NOT_FOR_THE_PATIENT.equals(label.getCode());
    }
}
