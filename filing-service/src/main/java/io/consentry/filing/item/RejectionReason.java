package io.consentry.filing.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

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

    /** Whether somebody else's details reached this practice: then the sender must correct it, and must look into it. */
    public boolean meansAPossibleBreach() {
        return this == NOT_OUR_PATIENT || this == WRONG_PATIENT;
    }

    public static Optional<RejectionReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }

    /** As it stands in events and on the wire. */
    public String word() {
        return word;
    }
}
