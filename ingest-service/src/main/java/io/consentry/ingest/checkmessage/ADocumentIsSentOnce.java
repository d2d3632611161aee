package io.consentry.ingest.checkmessage;

import jakarta.inject.Singleton;

@Singleton
class ADocumentIsSentOnce implements Rule {

    @Override
    public String name() {
        return "duplicate-document";
    }

    @Override
    public String sentence() {
        return "A document is sent under one message identifier only.";
    }

    @Override
    public String path() {
        return "Bundle.entry.resource.ofType(Bundle).identifier";
    }

    @Override
    public void check(Examined examined, Findings findings) {
        if (examined.recognised().documentKnown()) {
            findings.add(path(), "The same document was sent to this practice in another message before.");
        }
    }
}
