package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Composition;

@Singleton
class ARestrictedDocumentIsNotTaken implements Rule {

    @Override
    public String name() {
        return "confidentiality";
    }

    @Override
    public String sentence() {
        return "A document that is restricted (confidentiality R) is not sent this way.";
    }

    @Override
    public String path() {
        return "Composition.confidentiality";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Composition> placed : examined.message().content(Composition.class)) {
            Composition.DocumentConfidentiality confidentiality =
                    placed.resource().getConfidentiality();
            if (confidentiality == Composition.DocumentConfidentiality.R
                    || confidentiality == Composition.DocumentConfidentiality.V) {
                findings.add(placed.at("confidentiality"), "A restricted document must not be sent this way.");
            }
        }
    }
}
