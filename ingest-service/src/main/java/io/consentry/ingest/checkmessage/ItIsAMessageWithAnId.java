package io.consentry.ingest.checkmessage;

import io.consentry.ingest.keepmessage.MessageKey;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.Bundle;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.MessageHeader;

@Singleton
class ItIsAMessageWithAnId implements Rule {

    @Override
    public String name() {
        return "message-bundle";
    }

    @Override
    public String sentence() {
        return "The outer Bundle is a message, begins with its MessageHeader and has an identifier of its own.";
    }

    @Override
    public String path() {
        return "Bundle.identifier";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Bundle bundle = examined.message().bundle();
        if (bundle.getType() != Bundle.BundleType.MESSAGE) {
            findings.add("Bundle.type", "The outer Bundle must be of type message.");
        }
        List<Bundle.BundleEntryComponent> entries = bundle.getEntry();
        if (entries.isEmpty() || !(entries.get(0).getResource() instanceof MessageHeader)) {
            findings.add("Bundle.entry[0].resource", "The first entry must be the MessageHeader.");
        }
        Identifier identifier = bundle.getIdentifier();
        if (!identifier.hasValue()) {
            findings.add("Bundle.identifier.value", "The message must have an identifier.");
        } else if (!MessageKey.isUsable(identifier.getValue())) {
            findings.add(
                    "Bundle.identifier.value", "The identifier must be printable and at most 255 characters long.");
        }
        if (identifier.hasSystem() && !MessageKey.isUsable(identifier.getSystem())) {
            findings.add("Bundle.identifier.system", "The system must be printable and at most 255 characters long.");
        }
    }
}
