package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import jakarta.inject.Singleton;

@Singleton
class AMessageDoesNotContradictItselfOnPregnancy implements Rule {

    @Override
    public String name() {
        return "pregnancy-contradiction";
    }

    @Override
    public String sentence() {
        return "A message does not say that the patient is pregnant and that she is not.";
    }

    @Override
    public String path() {
        return "Observation.code";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (Pregnancy.isAsserted(examined.message()) && Pregnancy.isDenied(examined.message())) {
            findings.add(new Finding(
                    "Observation.code",
                    "The message says that the patient is pregnant and that she is not. Ask the pharmacy.",
                    null,
                    Severity.WARNING,
                    true));
        }
    }
}
