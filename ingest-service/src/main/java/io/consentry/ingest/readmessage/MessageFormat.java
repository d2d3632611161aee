package io.consentry.ingest.readmessage;

import java.util.Locale;

/** The two ways a FHIR message is written. */
public enum MessageFormat {
    XML,
    JSON;

    /** The format that a media type names; both spellings of each are taken. */
    public static MessageFormat of(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).contains("json") ? JSON : XML;
    }
}
