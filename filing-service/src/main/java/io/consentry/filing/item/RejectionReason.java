package io.consentry.filing.item;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a practice keeps a message out of a record. */
public enum RejectionReason {
    /** The patient is not registered here. Opens a correction duty at the sender. */
    @JsonProperty("not-our-patient")
    NOT_OUR_PATIENT("not-our-patient"),
    /** The consultation was somebody else's. Opens a correction duty at the sender. */
    @JsonProperty("wrong-patient")
    WRONG_PATIENT("wrong-patient"),
    @JsonProperty("clinically-wrong")
    CLINICALLY_WRONG("clinically-wrong"),
    @JsonProperty("duplicate")
    DUPLICATE("duplicate"),
    @JsonProperty("incomplete")
    INCOMPLETE("incomplete"),
    @JsonProperty("other")
    OTHER("other");

    private final String word;

    RejectionReason(String word) {
        this.word = word;
    }

    /** As it stands in events and on the wire. */
    public String word() {
        return word;
    }
}
