package io.consentry.filing.keepcontent;

import com.fasterxml.jackson.annotation.JsonValue;
import io.consentry.consultation.Entry;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups in which a reviewer reads a consultation, in that order.
 *
 * <p>Free text is grouped by its PRSB heading ({@code https://fhir.nhs.uk/CodeSystem/RecordStandardHeadings}), everything
 * else by what it is.
 */
public enum Heading {
    CLINICAL_SUMMARY("clinical-summary"),
    RED_FLAGS("red-flags"),
    REQUESTED_ACTIONS("requested-actions"),
    HISTORY("history"),
    ADVICE("information-and-advice-given"),
    SIGNPOSTING("signposting"),
    OTHER_NOTES("other-notes"),
    CONDITIONS("conditions"),
    OBSERVATIONS("observations"),
    MEDICINES("medicines"),
    ATTACHMENTS("attachments");

    private static final Set<Heading> OF_TEXTS = EnumSet.range(CLINICAL_SUMMARY, SIGNPOSTING);

    private final String word;

    Heading(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** Where a reviewer looks for this entry. */
    public static Heading of(Entry entry) {
        return switch (entry.kind()) {
            case NOTE -> ofText(entry.heading());
            case OBSERVATION -> OBSERVATIONS;
            case MEDICINE -> MEDICINES;
            case CONDITION -> CONDITIONS;
            case ATTACHMENT -> ATTACHMENTS;
        };
    }

    /** The heading is called "plan and requested actions" in full, and senders shorten it in several ways. */
    private static Heading ofText(@Nullable String code) {
        String sent = code == null ? "" : code.toLowerCase(Locale.ROOT);
        if (sent.startsWith("plan") || sent.endsWith(REQUESTED_ACTIONS.word)) {
            return REQUESTED_ACTIONS;
        }
        return OF_TEXTS.stream()
                .filter(heading -> heading.word.equals(sent))
                .findFirst()
                .orElse(OTHER_NOTES);
    }
}
