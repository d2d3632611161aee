package io.consentry.filing.item;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a practice found when it looked at a recalled item again. */
public enum RecallOutcome {
    /** The record was wrong and is right now, or the item was decided about with the recall in mind. */
    @JsonProperty("corrected")
    CORRECTED("corrected"),
    /** What was sent is right for this patient, or never reached the record. */
    @JsonProperty("nothing-to-correct")
    NOTHING_TO_CORRECT("nothing-to-correct");

    private final String word;

    RecallOutcome(String word) {
        this.word = word;
    }

    /** As it stands in events and on the wire. */
    public String word() {
        return word;
    }
}
