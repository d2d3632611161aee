package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.SectionComponent;

@Singleton
class SectionsHoldNoHtml implements Rule {

    @Override
    public String name() {
        return "no-html";
    }

    @Override
    public String sentence() {
        return "The sections of the Composition hold no HTML.";
    }

    @Override
    public String path() {
        return "Composition.section.text";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        examined.message().composition().ifPresent(composition -> check(composition, findings));
    }

    private static void check(Placed<Composition> composition, Findings findings) {
        List<SectionComponent> sections = composition.resource().getSection();
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).hasText()) {
                findings.add(composition.at("section[" + i + "].text"), "A section must not hold text in HTML.");
            }
        }
    }
}
