package io.consentry.filing.item;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where an item stands, spelt as everybody outside spells it. */
public enum ItemStatus {
    /** Waits for a person. */
    PENDING("pending"),
    /** In the patient's record, as it was sent. */
    FILED("filed"),
    /** In the patient's record, without some of its entries. */
    FILED_WITH_CHANGES("filed-with-changes"),
    /** Kept out of the record by a person. */
    REJECTED("rejected"),
    /** The pharmacy sent a newer document in its place before anybody decided. */
    REPLACED("replaced"),
    /** The pharmacy took it back before anybody decided. */
    WITHDRAWN("withdrawn");

    private final String word;

    ItemStatus(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    public static Optional<ItemStatus> of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst();
    }
}
