package io.consentry.gateway.permit;

import java.util.Locale;

/**
 * What a call is worth when not everything can be done: the first named is given up first.
 *
 * <p>A replay can wait until tomorrow; a practice that opts out cannot wait at all.
 */
public enum Worth {
    /** Long readings of the past. */
    REPLAY,
    /** Short questions that are asked again anyway. */
    QUESTION,
    /** A person at a practice is waiting. */
    WORK,
    /** A pharmacy delivers a patient's consultation. */
    MESSAGE,
    /** A practice moves its switch. */
    DECISION;

    /** As it stands in configuration and in headers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
