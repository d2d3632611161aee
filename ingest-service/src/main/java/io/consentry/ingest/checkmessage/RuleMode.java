package io.consentry.ingest.checkmessage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a broken rule leads to. */
public enum RuleMode {
    /** The message is refused, with all its violations at once. */
    @JsonProperty("reject")
    REJECT,
    /** The message is taken and the reviewer is warned. */
    @JsonProperty("flag")
    FLAG,
    /** Nobody looks. */
    @JsonProperty("off")
    OFF
}
