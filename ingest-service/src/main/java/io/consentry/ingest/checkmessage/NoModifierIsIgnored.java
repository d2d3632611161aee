package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.DomainResource;
import org.hl7.fhir.dstu3.model.Resource;

@Singleton
class NoModifierIsIgnored implements Rule {

    @Override
    public String name() {
        return "modifier-extension";
    }

    @Override
    public String sentence() {
        return "There is no modifier extension: it could turn what is said into its opposite.";
    }

    @Override
    public String path() {
        return "DomainResource.modifierExtension";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Resource> placed : examined.message().content()) {
            if (placed.resource() instanceof DomainResource resource && resource.hasModifierExtension()) {
                findings.add(placed.at("modifierExtension"), "A modifier extension is not understood here.");
            }
        }
    }
}
