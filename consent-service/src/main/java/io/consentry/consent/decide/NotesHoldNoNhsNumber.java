package io.consentry.consent.decide;

import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Rule: a note is short, can be kept, and names no patient by NHS number. */
public final class NotesHoldNoNhsNumber {

    private NotesHoldNoNhsNumber() {}

    /** Refuses a note that breaks the rule; no note breaks none. */
    public static void check(@Nullable String note) {
        TextsHoldNoPatient.check("note", note, ProblemType.INVALID_DECISION);
    }
}
