package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.Composition;
import org.hl7.fhir.dstu3.model.Composition.SectionComponent;

@Singleton
class SectionsHoldNoHtml implements Rule {

    private static final String HTML = "Text must not be sent as HTML; a clinical impression holds it.";

    @Override
    public String name() {
        return "no-html";
    }

    @Override
    public String sentence() {
        return "The Composition and its sections hold no HTML.";
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
        if (composition.resource().hasText()) {
            findings.add(composition.at("text"), HTML);
        }
        check(composition.resource().getSection(), composition.path(), findings);
    }

    private static void check(List<SectionComponent> sections, String path, Findings findings) {
        for (int i = 0; i < sections.size(); i++) {
            String section = path + ".section[" + i + "]";
            if (sections.get(i).hasText()) {
                findings.add(section + ".text", HTML);
            }
            check(sections.get(i).getSection(), section, findings);
        }
    }
}
