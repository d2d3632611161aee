package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Placed;
import jakarta.inject.Singleton;
import org.hl7.fhir.dstu3.model.Resource;
import org.jspecify.annotations.Nullable;

@Singleton
class WhatIsHiddenFromThePatientIsMarked implements Rule {

    @Override
    public String name() {
        return "hidden-from-patient";
    }

    @Override
    public String sentence() {
        return "What the patient is not to see (label NOPAT) is marked.";
    }

    @Override
    public String path() {
        return "Resource.meta.security";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (Placed<Resource> placed : examined.message().content()) {
            mark(placed, placed.id(), findings);
        }
        for (Placed<Resource> placed : examined.message().envelope()) {
            mark(placed, null, findings);
        }
    }

    private static void mark(Placed<Resource> placed, @Nullable String entry, Findings findings) {
        boolean hidden =
                placed.resource().getMeta().getSecurity().stream().anyMatch(label -> "NOPAT".equals(label.getCode()));
        if (hidden) {
            findings.add(new Finding(
                    placed.at("meta.security"),
                    "The patient asked that this is hidden from patient-facing services.",
                    entry,
                    Severity.INFORMATION,
                    false));
        }
    }
}
