package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import jakarta.inject.Singleton;

@Singleton
class ContraceptionUnderSixteenIsHiddenFromThePatientsView implements Rule {

    private static final int LIMIT = 16;

    @Override
    public String name() {
        return "contraception-under-16";
    }

    @Override
    public String sentence() {
        return "A contraception consultation of a patient under 16 is hidden from the patient's view and from proxies unless the practice decides otherwise.";
    }

    @Override
    public String path() {
        return "Patient.birthDate";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (Ages.contraceptionUnder(LIMIT, examined)) {
            findings.add(new Finding(
                    "Patient.birthDate",
                    "The patient is under 16: keep this from the patient's view and from proxies.",
                    null,
                    Severity.INFORMATION,
                    false));
        }
    }
}
