package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.consultation.Patient;
import jakarta.inject.Singleton;

@Singleton
class APregnancyFitsThePatient implements Rule {

    private static final int YOUNGEST = 10;
    private static final int OLDEST = 60;

    @Override
    public String name() {
        return "pregnancy-and-patient";
    }

    @Override
    public String sentence() {
        return "A pregnancy is asserted only of a patient who is not recorded male and is 10 to 60 years old.";
    }

    @Override
    public String path() {
        return "Patient";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (!Pregnancy.isAsserted(examined.message())) {
            return;
        }
        Patient patient = examined.consultation().patient();
        boolean ageFits =
                Ages.on(examined).map(age -> age >= YOUNGEST && age <= OLDEST).orElse(true);
        if ("male".equals(patient.gender()) || !ageFits) {
            findings.add(new Finding(
                    "Patient",
                    "The message says that the patient is pregnant; the patient's sex or age speaks against it.",
                    null,
                    Severity.WARNING,
                    true));
        }
    }
}
