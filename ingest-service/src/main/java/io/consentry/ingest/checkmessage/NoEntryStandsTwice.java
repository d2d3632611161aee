package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Entry;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Singleton
class NoEntryStandsTwice implements Rule {

    @Override
    public String name() {
        return "duplicate-entries";
    }

    @Override
    public String sentence() {
        return "No entry stands in the message twice.";
    }

    @Override
    public String path() {
        return "Bundle.entry";
    }

    @Override
    public RuleMode mode() {
        return RuleMode.FLAG;
    }

    @Override
    public void check(Examined examined, Findings findings) {
        Set<List<Object>> seen = new HashSet<>();
        for (Entry entry : examined.consultation().entries()) {
            List<Object> said = List.of(
                    entry.kind(),
                    String.valueOf(entry.heading()),
                    String.valueOf(entry.code()),
                    String.valueOf(entry.text()),
                    String.valueOf(entry.value()),
                    String.valueOf(entry.date()),
                    entry.parts(),
                    String.valueOf(entry.medicine()),
                    String.valueOf(entry.attachment()));
            if (!seen.add(said)) {
                findings.add(Finding.about(entry, "code", "The same entry stands in the message before."));
            }
        }
    }
}
