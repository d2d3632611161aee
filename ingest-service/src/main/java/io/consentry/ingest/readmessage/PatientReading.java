package io.consentry.ingest.readmessage;

import io.consentry.consultation.Patient;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.BooleanType;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Extension;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.HumanName.NameUse;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.StringType;
import org.jspecify.annotations.Nullable;

/** Reads whom the consultation is about. */
final class PatientReading {

    private static final Patient NOBODY = new Patient(null, null, null, List.of(), null, null, null, List.of(), false);

    private PatientReading() {}

    static Patient read(UpdateRecord message) {
        return message.patient().map(placed -> read(placed.resource())).orElse(NOBODY);
    }

    private static Patient read(org.hl7.fhir.dstu3.model.Patient patient) {
        Optional<Identifier> nhsNumber = Identifiers.inSystem(patient.getIdentifier(), FhirNames.NHS_NUMBER);
        HumanName name = official(patient.getName());
        return new Patient(
                nhsNumber.map(Identifier::getValue).orElse(null),
                nhsNumber.map(PatientReading::verificationStatus).orElse(null),
                name.getFamily(),
                strings(name.getGiven()),
                InWords.joined(" ", strings(name.getPrefix()).toArray(String[]::new)),
                patient.getBirthDateElement().getValueAsString(),
                patient.getGenderElement().getValueAsString(),
                patient.getAddress().stream().findFirst().map(InWords::lines).orElse(List.of()),
                isDeceased(patient));
    }

    /** What has no field of its own: further names, addresses and identifiers, how to reach the patient, the death. */
    static void addTo(Details details, UpdateRecord message) {
        message.patient().map(Placed::resource).ifPresent(patient -> {
            HumanName shown = official(patient.getName());
            details.add("Patient's name ends in", shown.getSuffix()).add("Patient's name in words", shown.getText());
            patient.getName().stream()
                    .filter(name -> name != shown)
                    .forEach(name -> details.add("Patient is also called", name));
            patient.getAddress().stream().skip(1).forEach(address -> details.add("Patient's other address", address));
            patient.getIdentifier().stream()
                    .filter(identifier -> !FhirNames.NHS_NUMBER.equals(identifier.getSystem()))
                    .forEach(identifier -> details.add("Patient's other identifier", identifier));
            details.add("Patient's contact", patient.getTelecom());
            if (isDeceased(patient) && !(patient.getDeceased() instanceof BooleanType)) {
                details.add("Patient died", patient.getDeceased());
            }
            if (patient.hasActive() && !patient.getActive()) {
                details.add("Patient's record", "not in use at the pharmacy");
            }
        });
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
        // All of them: "verified" beside "not verified" must not be told as verified.
        return InWords.joined(
                " / ",
                nhsNumber.getExtension().stream()
                        .filter(extension -> FhirNames.VERIFICATION_STATUS.equals(extension.getUrl()))
                        .map(Extension::getValue)
                        .filter(CodeableConcept.class::isInstance)
                        .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
                        .filter(Coding::hasCode)
                        .map(Coding::getCode)
                        .distinct()
                        .toArray(String[]::new));
    }

    private static boolean isDeceased(org.hl7.fhir.dstu3.model.Patient patient) {
        return patient.hasDeceased()
                && !(patient.getDeceased() instanceof BooleanType flag && !Boolean.TRUE.equals(flag.getValue()));
    }

    private static List<String> strings(List<StringType> values) {
        return values.stream()
                .filter(StringType::hasValue)
                .map(StringType::getValue)
                .toList();
    }
}
