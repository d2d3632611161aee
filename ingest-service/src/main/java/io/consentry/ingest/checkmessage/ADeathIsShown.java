package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class ADeathIsShown implements Rule {

    @Override
    public String name() {
        return "patient-deceased";
    }

    @Override
    public String sentence() {
        return "A message about a patient who has died is looked at as such.";
    }

    @Override
    public String path() {
        return "Patient.deceased";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (examined.consultation().patient().deceased()) {
            findings.add("Patient.deceased", "The message says that the patient has died.");
        }
    }
}
