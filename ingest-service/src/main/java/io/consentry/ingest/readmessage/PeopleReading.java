package io.consentry.ingest.readmessage;

import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Address;
import org.hl7.fhir.dstu3.model.BooleanType;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.HumanName.NameUse;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.PractitionerRole;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;
import org.hl7.fhir.dstu3.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads who it is about, who saw them, and where. */
final class PeopleReading {

    private static final Set<String> READ_OF_PATIENT = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "active",
            "name",
            "gender",
            "birthDate",
            "deceased[x]",
            "address");
    private static final Set<String> READ_OF_OTHERS = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "identifier",
            "active",
            "name",
            "code",
            "practitioner",
            "organization",
            "telecom",
            "address",
            "type");

    private PeopleReading() {}

    static Patient patient(UpdateRecord message, List<String> notRead) {
        Placed<org.hl7.fhir.dstu3.model.Patient> placed = message.patient().orElse(null);
        if (placed == null) {
            return new Patient(null, null, null, List.of(), null, null, null, List.of(), false);
        }
        org.hl7.fhir.dstu3.model.Patient patient = placed.resource();
        NotRead.elements(patient, placed.path(), READ_OF_PATIENT, notRead);
        Optional<Identifier> nhsNumber = Identifiers.inSystem(patient.getIdentifier(), FhirNames.NHS_NUMBER);
        HumanName name = official(patient.getName());
        return new Patient(
                nhsNumber.map(Identifier::getValue).orElse(null),
                nhsNumber.map(PeopleReading::verificationStatus).orElse(null),
                name.getFamily(),
                strings(name.getGiven()),
                strings(name.getPrefix()).stream().findFirst().orElse(null),
                patient.getBirthDateElement().getValueAsString(),
                patient.getGenderElement().getValueAsString(),
                patient.getAddress().stream()
                        .findFirst()
                        .map(PeopleReading::lines)
                        .orElse(List.of()),
                isDeceased(patient));
    }

    /** The one marked official; where none is, the first. */
    private static HumanName official(List<HumanName> names) {
        return names.stream()
                .filter(name -> name.getUse() == NameUse.OFFICIAL)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElseGet(HumanName::new);
    }

    private static @Nullable String verificationStatus(Identifier nhsNumber) {
        return nhsNumber.getExtension().stream()
                .filter(extension -> FhirNames.VERIFICATION_STATUS.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    private static boolean isDeceased(org.hl7.fhir.dstu3.model.Patient patient) {
        return patient.hasDeceased() && !(patient.getDeceased() instanceof BooleanType flag && !flag.booleanValue());
    }

    private static List<String> lines(Address address) {
        List<String> lines = new ArrayList<>(strings(address.getLine()));
        for (String part : new @Nullable String[] {
            address.getCity(), address.getDistrict(), address.getState(), address.getPostalCode(), address.getCountry()
        }) {
            if (part != null) {
                lines.add(part);
            }
        }
        if (lines.isEmpty() && address.hasText()) {
            lines.add(address.getText());
        }
        return lines;
    }

    private static List<String> strings(List<StringType> values) {
        return values.stream()
                .filter(StringType::hasValue)
                .map(StringType::getValue)
                .toList();
    }

    /** The pharmacy under its authenticated code, with the name that the document gives it. */
    static Pharmacy pharmacy(UpdateRecord message, String ods, List<String> notRead) {
        message.content(Organization.class)
                .forEach(placed -> NotRead.elements(placed.resource(), placed.path(), READ_OF_OTHERS, notRead));
        String name = message.content(Organization.class).stream()
                .map(placed -> placed.resource().getName())
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse(null);
        return new Pharmacy(ods, name);
    }

    /** The document's author where it is a practitioner, else the first practitioner. */
    static @Nullable Practitioner practitioner(UpdateRecord message, List<String> notRead) {
        List<Placed<org.hl7.fhir.dstu3.model.Practitioner>> all =
                message.content(org.hl7.fhir.dstu3.model.Practitioner.class);
        all.forEach(placed -> NotRead.elements(placed.resource(), placed.path(), READ_OF_OTHERS, notRead));
        message.content(PractitionerRole.class)
                .forEach(placed -> NotRead.elements(placed.resource(), placed.path(), READ_OF_OTHERS, notRead));
        Optional<Resource> author = message.composition()
                .flatMap(composition -> composition.resource().getAuthor().stream()
                        .map(message::resolve)
                        .flatMap(Optional::stream)
                        .map(Placed::resource)
                        .filter(org.hl7.fhir.dstu3.model.Practitioner.class::isInstance)
                        .findFirst());
        return all.stream()
                .filter(placed -> author.isEmpty() || placed.resource() == author.get())
                .findFirst()
                .map(placed -> practitioner(message, placed))
                .orElse(null);
    }

    private static Practitioner practitioner(
            UpdateRecord message, Placed<org.hl7.fhir.dstu3.model.Practitioner> placed) {
        String name = placed.resource().getName().stream()
                .map(InWords::name)
                .filter(given -> given != null)
                .findFirst()
                .orElse(null);
        String role = message.content(PractitionerRole.class).stream()
                .map(Placed::resource)
                .filter(candidate -> isOf(message, candidate.getPractitioner(), placed))
                .map(candidate -> InWords.of(candidate.getCode()))
                .filter(given -> given != null)
                .findFirst()
                .orElse(null);
        return new Practitioner(
                name,
                Identifiers.value(placed.resource().getIdentifier(), FhirNames.GPHC_NUMBER)
                        .orElse(null),
                role);
    }

    private static boolean isOf(UpdateRecord message, Reference reference, Placed<?> placed) {
        return message.resolve(reference)
                .map(found -> found.resource() == placed.resource())
                .orElse(false);
    }
}
