package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class APossibleDuplicateIsShown implements Rule {

    /** The sender is not told: it would learn that its patient was somewhere else that day. */
    static final String NAME = "possible-duplicate";

    @Override
    public String name() {
        return NAME;
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

    @Override
    public void check(Examined examined, Findings findings) {
        if (examined.recognised().similarKnown()) {
            findings.add(path(), "Another message about the same patient, service and day was sent to this practice.");
        }
    }
}
