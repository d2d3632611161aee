package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag.Severity;
import io.consentry.ingest.readmessage.Found;
import io.consentry.ingest.readmessage.Placed;
import java.util.ArrayList;
import java.util.List;

/** Gathers what one rule finds in one message. */
final class Findings {

    /** A message made to break a rule ten thousand times gets an answer of bearable size all the same. */
    private static final int LIMIT = 50;

    private final List<Finding> all = new ArrayList<>();

    /** Something is wrong with the message as a whole. */
    void add(String path, String message) {
        add(new Finding(path, message, null, Severity.WARNING, false));
    }

    /** Something is wrong with one entry. */
    void add(Placed<?> entry, String element, String message) {
        add(new Finding(entry.at(element), message, entry.id(), Severity.WARNING, false));
    }

    /** Something is wrong at this place of one entry. */
    void add(Found<?> found, String message) {
        add(new Finding(found.path(), message, found.in().id(), Severity.WARNING, false));
    }

    void add(Finding finding) {
        if (all.size() < LIMIT) {
            all.add(finding);
        }
    }

    List<Finding> all() {
        return all;
    }
}
