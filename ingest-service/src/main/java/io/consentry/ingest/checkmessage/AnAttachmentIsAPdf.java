package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Observation;
import org.hl7.fhir.dstu3.model.Observation.ObservationComponentComponent;

@Singleton
class AnAttachmentIsAPdf implements Rule {

    @Override
    public String name() {
        return "attachment";
    }

    @Override
    public String sentence() {
        return "An attached file is a PDF, comes with the message and is the value of an observation of its own.";
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
            List<ObservationComponentComponent> parts = placed.resource().getComponent();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).getValue() instanceof Attachment) {
                    findings.add(
                            placed, "component[" + i + "].valueAttachment", "An attachment must not be a mere part.");
                }
            }
        }
    }
}
