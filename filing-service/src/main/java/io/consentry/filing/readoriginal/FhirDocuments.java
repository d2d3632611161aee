package io.consentry.filing.readoriginal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.util.FhirTerser;
import io.consentry.filing.askingest.Original;
import io.consentry.web.problem.ProblemType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.dstu3.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Reads and writes FHIR STU3. The first use takes seconds, so it is never on the way of a reviewer's click. */
@Singleton
public class FhirDocuments {

    private @Nullable FhirContext context;

    /** The message as a resource; 502 where it cannot be read. */
    public Bundle read(Original original) {
        IParser parser = original.contentType().contains("json") ? fhir().newJsonParser() : fhir().newXmlParser();
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        try {
            return parser.parseResource(Bundle.class, new String(original.bytes(), StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            // Without the cause: a parser's words quote what it met.
            throw ProblemType.UPSTREAM_INVALID.because("The message as received cannot be read.");
        }
    }

    /** The bundle as JSON or XML, in UTF-8. */
    public byte[] write(Bundle bundle, boolean json) {
        IParser parser = json ? fhir().newJsonParser() : fhir().newXmlParser();
        return parser.encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    /** Finds elements inside resources. */
    public FhirTerser terser() {
        return fhir().newTerser();
    }

    private synchronized FhirContext fhir() {
        FhirContext known = context;
        if (known == null) {
            known = FhirContext.forDstu3();
            context = known;
        }
        return known;
    }
}
