package io.consentry.consultation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What sort of thing an entry is; a reviewer reads each sort in its own group. */
public enum EntryKind {
    /** Free text under a PRSB heading. */
    @JsonProperty("note")
    NOTE,
    /** A measurement or a coded finding. A blood pressure is one entry with its parts. */
    @JsonProperty("observation")
    OBSERVATION,
    /** A medicine supplied. */
    @JsonProperty("medicine")
    MEDICINE,
    /** A problem or diagnosis. */
    @JsonProperty("condition")
    CONDITION,
    /** A file that came with the message, such as a day-long blood pressure report. */
    @JsonProperty("attachment")
    ATTACHMENT
}
