package io.consentry.ingest.readmessage;

import io.consentry.consultation.Coding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/** Chooses among the codings of a concept the one that a record would keep: SNOMED CT or dm+d before all others. */
public final class Codes {

    private static final List<String> PREFERRED = List.of(FhirNames.SNOMED_CT, FhirNames.DMD);

    private Codes() {}

    /** The coding to show, absent where the concept has none. */
    public static @Nullable Coding of(CodeableConcept concept) {
        return preferred(concept)
                .map(coding -> new Coding(coding.getSystem(), coding.getCode(), coding.getDisplay()))
                .orElse(null);
    }

    /** The first code of this system. */
    public static Optional<String> in(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(org.hl7.fhir.dstu3.model.Coding::getCode)
                .findFirst();
    }

    /** Whether one of the concept's codes of SNOMED CT is among these; which of several stands first means nothing. */
    public static boolean isOneOf(CodeableConcept concept, Set<String> codes) {
        for (org.hl7.fhir.dstu3.model.Coding coding : concept.getCoding()) {
            if (FhirNames.SNOMED_CT.equals(coding.getSystem())
                    && coding.hasCode()
                    && codes.contains(coding.getCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a coding is of SNOMED CT or dm+d. */
    public static boolean isKeptInRecords(org.hl7.fhir.dstu3.model.Coding coding) {
        return coding.hasSystem() && PREFERRED.contains(coding.getSystem());
    }

    private static Optional<org.hl7.fhir.dstu3.model.Coding> preferred(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(Codes::isKeptInRecords)
                .findFirst()
                .or(() -> concept.getCoding().stream().findFirst());
    }

    /** The concept's own words where they say something else than the display of its coding. */
    static @Nullable String textBeside(CodeableConcept concept) {
        Coding shown = of(concept);
        String text = concept.getText();
        return text == null || (shown != null && text.equals(shown.display())) ? null : text;
    }

    /** The codings that are not shown. */
    static @Nullable String others(CodeableConcept concept) {
        var shown = preferred(concept).orElse(null);
        return InWords.of(concept.getCoding().stream()
                .filter(coding -> coding != shown)
                .map(coding -> (org.hl7.fhir.dstu3.model.Type) coding)
                .toList());
    }
}
