package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Observation;

@Singleton
class AnAttachmentIsAPdf implements Rule {

    @Override
    public String name() {
        return "attachment";
    }

    @Override
    public String sentence() {
        return "An attached file is a PDF and comes with the message.";
    }

    @Override
    public String path() {
        return "Observation.valueAttachment";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            if (placed.resource().getValue() instanceof Attachment file
                    && !("application/pdf".equals(file.getContentType()) && file.hasData())) {
                findings.add(placed, "valueAttachment", "An attachment must be a PDF with its data in the message.");
            }
        }
    }
}
