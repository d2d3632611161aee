package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class ADeliveryElsewhereIsShown implements Rule {

    @Override
    public String name() {
        return "also-sent-elsewhere";
    }

    @Override
    public String sentence() {
        return "What its sender has also delivered another way, after a refusal, is shown as such.";
    }

    @Override
    public String path() {
        return "Bundle";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (examined.recognised().sentElsewhere()) {
            findings.add(path(), "Its sender has proved that it delivered this consultation another way as well.");
        }
    }
}
