package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.FhirNames;
import io.consentry.ingest.readmessage.Identifiers;
import io.consentry.ingest.readmessage.Placed;
import io.consentry.web.ods.OdsCode;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Organization;

@Singleton
class OrganisationsAreNamedByTheirOdsCodes implements Rule {

    @Override
    public String name() {
        return "ods-code";
    }

    @Override
    public String sentence() {
        return "Every organisation in the document carries an ODS code, and no placeholder for one.";
    }

    @Override
    public String path() {
        return "Organization.identifier";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Organization> organization : examined.message().content(Organization.class)) {
            boolean named = Identifiers.value(organization.resource().getIdentifier(), FhirNames.ODS_CODE)
                    .filter(OdsCode::isValid)
                    .isPresent();
            if (!named) {
                findings.add(organization.at("identifier"), "The organisation must carry its ODS code.");
            }
        }
    }
}
