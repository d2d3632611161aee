package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class NoModifierIsIgnored implements Rule {

    @Override
    public String name() {
        return "modifier-extension";
    }

    @Override
    public String sentence() {
        return "There is no modifier extension: it could turn what is said into its opposite.";
    }

    @Override
    public String path() {
        return "DomainResource.modifierExtension";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        for (String path : examined.message().modifiers()) {
            findings.add(path, "What changes the meaning of the rest is not understood here.");
        }
    }
}
