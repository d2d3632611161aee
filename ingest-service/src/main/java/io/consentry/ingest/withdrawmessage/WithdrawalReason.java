package io.consentry.ingest.withdrawmessage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a sender takes a message back. A list, and no words of its own: they could name the patient. */
public enum WithdrawalReason {
    /** The consultation was somebody else's. */
    @JsonProperty("wrong-patient")
    WRONG_PATIENT("wrong-patient"),
    /** The patient is registered elsewhere. */
    @JsonProperty("wrong-practice")
    WRONG_PRACTICE("wrong-practice"),
    @JsonProperty("clinically-wrong")
    CLINICALLY_WRONG("clinically-wrong"),
    @JsonProperty("duplicate")
    DUPLICATE("duplicate"),
    /** The patient does not want it to be shared. */
    @JsonProperty("patient-asked")
    PATIENT_ASKED("patient-asked"),
    @JsonProperty("other")
    OTHER("other");

    private final String word;

    WithdrawalReason(String word) {
        this.word = word;
    }

    /** As it stands in timelines and events. */
    String word() {
        return word;
    }
}
