package io.consentry.ingest.checkmessage;

import io.consentry.ingest.catalogue.Catalogue;
import io.consentry.ingest.readmessage.Codes;
import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Encounter;

@Singleton
class TheServiceIsInTheCatalogue implements Rule {

    private final Catalogue catalogue;

    TheServiceIsInTheCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "service";
    }

    @Override
    public String sentence() {
        return "The Composition's type is the SNOMED CT code of a service in the catalogue, and the Encounter's reason"
                + " is of the same service.";
    }

    @Override
    public String path() {
        return "Composition.type";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Placed<Composition> composition = examined.message().composition().orElse(null);
        if (composition == null) {
            return; // told by the rule of the document
        }
        Optional<String> service =
                Codes.in(composition.resource().getType(), FhirNames.SNOMED_CT).flatMap(catalogue::serviceOf);
        if (service.isEmpty()) {
            findings.add(composition.at("type"), "The type must be the code of a service in the catalogue.");
            return;
        }
        for (Placed<Encounter> encounter : examined.message().content(Encounter.class)) {
            boolean another = encounter.resource().getReason().stream()
                    .flatMap(reason -> Codes.in(reason, FhirNames.SNOMED_CT).stream())
                    .flatMap(code -> catalogue.serviceOf(code).stream())
                    .anyMatch(key -> !key.equals(service.get()));
            if (another) {
                findings.add(encounter.at("reason"), "The reason must be of the same service as the document's type.");
            }
        }
    }
}
