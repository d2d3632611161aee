package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import jakarta.inject.Singleton;

/**
 * One wrong code asserts a pregnancy, and almost 15,000 records were reviewed for it in 2025: so a person looks at each
 * assertion on its own, whatever the service.
 */
@Singleton
class EveryPregnancyIsAcknowledged implements Rule {

    @Override
    public String name() {
        return "pregnancy";
    }

    @Override
    public String sentence() {
        return "An assertion that the patient is pregnant is acknowledged on its own before it is filed.";
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
        Pregnancy.assertions(examined.message())
                .forEach(found -> findings.add(new Finding(
                        found.path(),
                        "This entry says that the patient is pregnant. Check it against the rest of the consultation.",
                        found.in().id(),
                        Severity.WARNING,
                        true)));
    }
}
