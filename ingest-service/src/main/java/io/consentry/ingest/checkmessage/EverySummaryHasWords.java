package io.consentry.ingest.checkmessage;

import io.consentry.ingest.readmessage.Headings;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import org.hl7.fhir.dstu3.model.ClinicalImpression;

@Singleton
class EverySummaryHasWords implements Rule {

    @Override
    public String name() {
        return "clinical-summary";
    }

    @Override
    public String sentence() {
        return "There is a clinical summary, and no clinical impression without words.";
    }

    @Override
    public String path() {
        return "ClinicalImpression.summary";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        List<Placed<ClinicalImpression>> impressions = examined.message().content(ClinicalImpression.class);
        if (impressions.isEmpty()) {
            return; // told by the rule of the document
        }
        for (Placed<ClinicalImpression> placed : impressions) {
            if (!placed.resource().hasSummary()
                    || placed.resource().getSummary().isBlank()) {
                findings.add(placed, "summary", "The clinical impression must have a summary in words.");
            }
        }
        if (impressions.stream().noneMatch(placed -> "clinical-summary".equals(Headings.of(placed.resource())))) {
            findings.add("ClinicalImpression.meta.tag", "One clinical impression must be tagged clinical-summary.");
        }
    }
}
