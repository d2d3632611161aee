package io.consentry.filing.item;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a patient does not see online what was filed. */
public enum HeldBackReason {
    /** It tells of somebody else. */
    @JsonProperty("third-party")
    THIRD_PARTY("third-party"),
    /** Seeing it could harm the patient, or put them in danger from somebody who sees it with them. */
    @JsonProperty("risk-of-harm")
    RISK_OF_HARM("risk-of-harm"),
    @JsonProperty("patient-asked")
    PATIENT_ASKED("patient-asked"),
    /** The reviewer said nothing and the practice holds back what nobody decides about. */
    @JsonProperty("practice-setting")
    PRACTICE_SETTING("practice-setting"),
    /** The reviewer held it back and did not say why. */
    @JsonProperty("not-said")
    NOT_SAID("not-said");

    private final String word;

    HeldBackReason(String word) {
        this.word = word;
    }

    /** As it stands in events and on the wire. */
    public String word() {
        return word;
    }
}
