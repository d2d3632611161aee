package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class EveryValueIsOfItsType implements Rule {

    @Override
    public String name() {
        return "value-types";
    }

    @Override
    public String sentence() {
        return "Every value is of the type that FHIR STU3 gives it, and stands once where one is allowed.";
    }

    @Override
    public String path() {
        return "Bundle";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        examined.message()
                .wrongValues()
                .forEach(path -> findings.add(path, "The value is not of its type, or stands more than once."));
    }
}
