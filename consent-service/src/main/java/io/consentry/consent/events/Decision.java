package io.consentry.consent.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The two places a switch can stand in. */
public enum Decision {
    OPTED_IN("opted-in"),
    OPTED_OUT("opted-out");

    private final String word;

    Decision(String word) {
        this.word = word;
    }

    /** As it is written in events, answers and the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The decision of this word, if it is one. */
    public static Optional<Decision> ofWord(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.word.equals(word))
                .findFirst();
    }

    /**
     * The decision of a stored word.
     *
     * @throws IllegalArgumentException when the word is none: the store would be broken
     */
    @JsonCreator
    public static Decision stored(String word) {
        return ofWord(word).orElseThrow(() -> new IllegalArgumentException("No decision: " + word));
    }
}
