package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import jakarta.inject.Singleton;

/** Source: Sexual Offences Act 2003, under which a child under 13 cannot consent. */
@Singleton
class ContraceptionUnderThirteenIsASafeguardingMatter implements Rule {

    private static final int LIMIT = 13;

    @Override
    public String name() {
        return "contraception-under-13";
    }

    @Override
    public String sentence() {
        return "A contraception consultation of a patient under 13 is a safeguarding matter.";
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
                    "The patient is under 13. Follow the practice's safeguarding procedure.",
                    null,
                    Severity.URGENT,
                    true));
        }
    }
}
