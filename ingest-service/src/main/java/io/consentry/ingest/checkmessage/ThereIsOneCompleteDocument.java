package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import io.consentry.ingest.readmessage.UpdateRecord;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.ClinicalImpression;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Encounter;
import org.hl7.fhir.dstu3.model.Organization;
import org.hl7.fhir.dstu3.model.Patient;
import org.hl7.fhir.dstu3.model.Practitioner;
import org.hl7.fhir.dstu3.model.Resource;

@Singleton
class ThereIsOneCompleteDocument implements Rule {

    @Override
    public String name() {
        return "document";
    }

    @Override
    public String sentence() {
        return "There is one document: its Composition first, one Patient, one Encounter, at least one Organization,"
                + " Practitioner and ClinicalImpression.";
    }

    @Override
    public String path() {
        return "Bundle.entry.resource.ofType(Bundle)";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        UpdateRecord message = examined.message();
        List<Placed<Bundle>> documents = message.documents();
        if (documents.size() != 1) {
            findings.add("Bundle.entry", "The message must hold exactly one document Bundle.");
        }
        if (documents.isEmpty()) {
            return;
        }
        Placed<Bundle> document = documents.get(0);
        if (document.resource().getType() != Bundle.BundleType.DOCUMENT) {
            findings.add(document.at("type"), "The inner Bundle must be of type document.");
        }
        List<Placed<Resource>> content = message.content();
        if (content.isEmpty() || !(content.get(0).resource() instanceof Composition)) {
            findings.add(document.at("entry[0].resource"), "The document must begin with its Composition.");
        }
        exactlyOne(message, document, Composition.class, findings);
        exactlyOne(message, document, Patient.class, findings);
        exactlyOne(message, document, Encounter.class, findings);
        atLeastOne(message, document, Organization.class, findings);
        atLeastOne(message, document, Practitioner.class, findings);
        atLeastOne(message, document, ClinicalImpression.class, findings);
    }

    private static void exactlyOne(
            UpdateRecord message, Placed<Bundle> document, Class<? extends Resource> type, Findings findings) {
        if (message.content(type).size() != 1) {
            findings.add(document.at("entry"), "The document must hold exactly one " + type.getSimpleName() + ".");
        }
    }

    private static void atLeastOne(
            UpdateRecord message, Placed<Bundle> document, Class<? extends Resource> type, Findings findings) {
        if (message.content(type).isEmpty()) {
            findings.add(document.at("entry"), "The document must hold a " + type.getSimpleName() + ".");
        }
    }
}
