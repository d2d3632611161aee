package io.consentry.ingest.readmessage;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.dstu3.model.Base;
import org.hl7.fhir.dstu3.model.Property;

/** Finds what was sent and is not shown, so that nothing is dropped in silence. */
final class NotRead {

    private NotRead() {}

    /** Adds the path of every filled element that is not among those read. */
    static void elements(Base sent, String path, Set<String> read, List<String> notRead) {
        for (Property property : sent.children()) {
            if (!read.contains(property.getName())
                    && property.getValues().stream().anyMatch(value -> !value.isEmpty())) {
                notRead.add(path + "." + property.getName().replace("[x]", ""));
            }
        }
    }
}
