package io.consentry.ingest.readmessage;

import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.PractitionerRole;
import org.hl7.fhir.dstu3.model.Reference;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who saw the patient, and where. */
final class People {

    private final UpdateRecord message;
    private final Optional<org.hl7.fhir.dstu3.model.Practitioner> practitioner;
    private final Optional<Organization> pharmacy;

    People(UpdateRecord message) {
        this.message = message;
        this.practitioner = author(message).or(() -> all(org.hl7.fhir.dstu3.model.Practitioner.class).stream()
                .findFirst());
        List<Organization> organizations = all(Organization.class);
        this.pharmacy = organizations.stream()
                .filter(Organization::hasName)
                .findFirst()
                .or(() -> organizations.stream().findFirst());
    }

    /** The document's author where it is a practitioner. */
    private static Optional<org.hl7.fhir.dstu3.model.Practitioner> author(UpdateRecord message) {
        return message.composition().flatMap(composition -> composition.resource().getAuthor().stream()
                .map(message::resolve)
                .flatMap(Optional::stream)
                .map(Placed::resource)
                .filter(org.hl7.fhir.dstu3.model.Practitioner.class::isInstance)
                .map(org.hl7.fhir.dstu3.model.Practitioner.class::cast)
                .findFirst());
    }

    /** The pharmacy under its authenticated code, with the name that the document gives it. */
    Pharmacy pharmacy(String ods) {
        return new Pharmacy(ods, pharmacy.map(Organization::getName).orElse(null));
    }

    /** The document's author, else the first practitioner. */
    @Nullable Practitioner practitioner() {
        return practitioner
                .map(person -> new Practitioner(
                        nameOf(person),
                        Identifiers.value(person.getIdentifier(), FhirNames.GPHC_NUMBER)
                                .orElse(null),
                        role(person)))
                .orElse(null);
    }

    private @Nullable String role(Resource person) {
        return all(PractitionerRole.class).stream()
                .filter(role -> isTo(role.getPractitioner(), person))
                .map(role -> InWords.of(role.getCode()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What pharmacy and practitioner have no field for, and whoever else the document names. */
    void addTo(Details details, String ods) {
        for (Organization organization : all(Organization.class)) {
            boolean shown = pharmacy.filter(found -> found == organization).isPresent();
            if (!shown) {
                details.add("Other organisation", organization.getName());
            }
            organization.getIdentifier().stream()
                    .filter(identifier -> !ods.equals(identifier.getValue()))
                    .forEach(identifier -> details.add("Organisation's identifier", identifier));
            details.add("Organisation's kind", organization.getType());
            details.add("Organisation's contact", organization.getTelecom())
                    .add("Organisation's address", organization.getAddress());
        }
        for (org.hl7.fhir.dstu3.model.Practitioner person : all(org.hl7.fhir.dstu3.model.Practitioner.class)) {
            boolean shown = practitioner.filter(found -> found == person).isPresent();
            if (!shown) {
                details.add("Other practitioner", InWords.joined(", ", nameOf(person), role(person)));
            }
            person.getName().stream().skip(1).forEach(name -> details.add("Practitioner is also called", name));
            person.getIdentifier().stream()
                    .filter(identifier -> !(shown && FhirNames.GPHC_NUMBER.equals(identifier.getSystem())))
                    .forEach(identifier -> details.add("Practitioner's identifier", identifier));
            details.add("Practitioner's contact", person.getTelecom());
        }
    }

    /** Who is referred to, where it is not the practitioner or pharmacy that stands on the page already. */
    @Nullable String nameOfAnother(Reference reference) {
        Resource found = message.resolve(reference).map(Placed::resource).orElse(null);
        boolean standsThere = found != null && (practitioner.orElse(null) == found || pharmacy.orElse(null) == found);
        return standsThere ? null : nameOf(reference);
    }

    /** Who is referred to: by name, else in the sender's words. */
    @Nullable String nameOf(Reference reference) {
        return InWords.firstOf(
                message.resolve(reference).map(Placed::resource).map(this::name).orElse(null), reference.getDisplay());
    }

    private @Nullable String name(Resource resource) {
        if (resource instanceof org.hl7.fhir.dstu3.model.Practitioner person) {
            return nameOf(person);
        } else if (resource instanceof PractitionerRole role) {
            return nameOfAnother(role.getPractitioner());
        } else if (resource instanceof Organization organization) {
            return organization.getName();
        }
        return resource instanceof org.hl7.fhir.dstu3.model.Patient ? "the patient" : null;
    }

    private static @Nullable String nameOf(org.hl7.fhir.dstu3.model.Practitioner person) {
        return person.getName().stream()
                .map(InWords::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean isTo(Reference reference, Resource person) {
        return message.resolve(reference)
                .filter(found -> found.resource() == person)
                .isPresent();
    }

    private <R extends Resource> List<R> all(Class<R> type) {
        return message.content(type).stream().map(Placed::resource).toList();
    }
}
