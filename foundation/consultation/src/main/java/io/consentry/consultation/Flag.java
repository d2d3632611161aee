package io.consentry.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A safeguard's warning on an item, or on one entry of it.
 *
 * @param id stable within the message: the rule's name, with the entry's id where there is one
 * @param rule name of the safeguard
 * @param message one sentence for the reviewer
 * @param path FHIR path in the original of what was noticed
 * @param entryId the entry concerned, absent where the whole item is
 * @param acknowledge whether a reviewer must acknowledge it on its own before filing
 */
public record Flag(
        String id,
        String rule,
        Severity severity,
        String message,
        @Nullable String path,
        @Nullable String entryId,
        boolean acknowledge) {

    /** How much a flag presses. */
    public enum Severity {
        /** To be looked at the same day. */
        @JsonProperty("urgent")
        URGENT,
        /** Something looks wrong. */
        @JsonProperty("warning")
        WARNING,
        /** Worth knowing. */
        @JsonProperty("information")
        INFORMATION
    }

    /** Names the rule and nothing of the patient: a message may quote what was sent. */
    @Override
    public String toString() {
        return "Flag[" + rule + ", " + severity + "]";
    }
}
