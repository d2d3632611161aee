package io.consentry.consent.moveswitch;

import java.util.Arrays;
import java.util.List;

/** Why a practice moved its switch: one word, so that reasons can be counted and nothing is said of a patient. */
enum Reason {
    CLINICAL_SAFETY("clinical-safety"),
    WORKLOAD("workload"),
    GOVERNANCE("governance"),
    CONTRACT("contract"),
    TRIAL("trial"),
    OTHER("other");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(reason -> reason.word).toList();
    }
}
