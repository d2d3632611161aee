package io.consentry.ingest.opencorrection;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a sender did about a message that reached the wrong practice or the wrong patient. */
public enum CorrectiveAction {
    /** It went to the practice where the patient is registered. */
    @JsonProperty("sent-to-the-right-practice")
    SENT_TO_THE_RIGHT_PRACTICE("sent-to-the-right-practice"),
    /** It was sent again about the right patient. */
    @JsonProperty("sent-for-the-right-patient")
    SENT_FOR_THE_RIGHT_PATIENT("sent-for-the-right-patient"),
    /** It was taken for a breach of confidence and reported where such are reported. */
    @JsonProperty("reported-as-an-incident")
    REPORTED_AS_AN_INCIDENT("reported-as-an-incident"),
    /** The sender looked into it and found nothing to correct. */
    @JsonProperty("nothing-to-correct")
    NOTHING_TO_CORRECT("nothing-to-correct");

    private final String word;

    CorrectiveAction(String word) {
        this.word = word;
    }

    /** As the API and the database have it. */
    public String word() {
        return word;
    }
}
