package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.dstu3.model.Attachment;
import org.hl7.fhir.dstu3.model.Observation;

/**
 * A warning, since nothing here opens a file and programs that read PDF are lenient; but whoever does open it should know
 * that it is not what it says.
 */
@Singleton
class AnAttachmentBeginsAsAPdf implements Rule {

    private static final String BEGINNING = "%PDF-";

    /** ISO 32000-1, annex H: readers look for it among so many bytes. */
    private static final int LOOKED_AT = 1024;

    @Override
    public String name() {
        return "attachment-content";
    }

    @Override
    public String sentence() {
        return "An attached file that says it is a PDF begins as one.";
    }

    @Override
    public String path() {
        return "Observation.valueAttachment.data";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Observation> placed : examined.message().content(Observation.class)) {
            if (placed.resource().getValue() instanceof Attachment file
                    && "application/pdf".equals(file.getContentType())
                    && file.hasData()
                    && !beginsAsAPdf(file.getData())) {
                findings.add(
                        placed, "valueAttachment.data", "The file says that it is a PDF, and does not begin as one.");
            }
        }
    }

    private static boolean beginsAsAPdf(byte[] data) {
        return new String(data, 0, Math.min(data.length, LOOKED_AT), StandardCharsets.ISO_8859_1).contains(BEGINNING);
    }
}
