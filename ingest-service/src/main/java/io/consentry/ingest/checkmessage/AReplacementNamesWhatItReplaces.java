package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class AReplacementNamesWhatItReplaces implements Rule {

    @Override
    public String name() {
        return "replacement-target";
    }

    @Override
    public String sentence() {
        return "A replacement names one document of the same sender, patient and practice that is here.";
    }

    @Override
    public String path() {
        return "Composition.relatesTo";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        switch (examined.recognised().replacement()) {
            case UNKNOWN_TARGET ->
                findings.add(
                        path(),
                        "targetIdentifier must name one document that your organisation sent to this practice before, and"
                                + " did not take back.");
            case ANOTHER_PATIENT -> findings.add(path(), "The document that it replaces is about another patient.");
            case NONE, POSSIBLE -> {
                // nothing is wrong
            }
        }
    }
}
