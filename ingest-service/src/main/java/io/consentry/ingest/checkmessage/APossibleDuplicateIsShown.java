package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class APossibleDuplicateIsShown implements Rule {

    @Override
    public String name() {
        return "possible-duplicate";
    }

    @Override
    public String sentence() {
        return "A second message about the same patient, service and day is shown as one, whoever sent the first.";
    }

    @Override
    public String path() {
        return "Composition";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    /** It would learn that its patient was somewhere else that day. */
    @Override
    public boolean isToldToSenders() {
        return false;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (examined.recognised().similarKnown()) {
            findings.add(path(), "Another message about the same patient, service and day was sent to this practice.");
        }
    }
}
