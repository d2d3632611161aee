package io.consentry.ingest.readmessage;

import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

/** The PRSB record-standard heading that a resource stands under. */
public final class Headings {

    private Headings() {}

    /** The heading's code, such as {@code clinical-summary}; absent where the resource is not tagged. */
    public static @Nullable String of(Resource resource) {
        return resource.getMeta().getTag().stream()
                .filter(tag -> FhirNames.RECORD_STANDARD_HEADINGS.equals(tag.getSystem()))
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }
}
