package io.consentry.gateway.console.words;

import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codes in words, for templates: {@code {words:of(item.status)}}. A code nobody has words for is shown as it is. */
@TemplateExtension(namespace = "words")
final class Words {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("blood-pressure-check", "Blood pressure check"),
            Map.entry("pharmacy-first", "Pharmacy First"),
            Map.entry("data-controller", "Data controller"),
            Map.entry("pending", "Waiting"),
            Map.entry("filed-with-changes", "Filed with changes"),
            Map.entry("not-our-patient", "Not our patient"),
            Map.entry("newer-document", "A newer document came"),
            Map.entry("withdrawal-asked", "The sender asks to take it back"),
            Map.entry("undone", "Decision taken back"),
            Map.entry("note", "Note written"),
            Map.entry("opted-in", "on"),
            Map.entry("opted-out", "off"),
            Map.entry("history", "History"),
            Map.entry("PracticeOptedIn", "Switched on: the practice as a whole"),
            Map.entry("PracticeOptedOut", "Switched off: the practice as a whole"),
            Map.entry("PracticePaused", "Paused: nothing is taken"),
            Map.entry("ServiceOptedIn", "Switched on"),
            Map.entry("ServiceOptedOut", "Switched off"),
            Map.entry("ScheduledDecisionCancelled", "Planned change cancelled"),
            Map.entry("MandateGranted", "Mandate given"),
            Map.entry("MandateWithdrawn", "Mandate taken away"),
            Map.entry("OrganisationListed", "Listed in the directory"),
            Map.entry("OrganisationClosed", "Closed in the directory"),
            Map.entry("NoticeIssued", "Change announced"),
            Map.entry("NoticeAcknowledged", "Announcement read"),
            Map.entry("RequestReceived", "Somebody asked"),
            Map.entry("RequestAnswered", "Request answered"),
            Map.entry("RulesChanged", "Rules changed"),
            Map.entry("ServiceAdded", "Service added to the catalogue"),
            Map.entry("DisclosureErased", "A name or a note erased"),
            Map.entry("nhsmail-pdf", "a PDF by NHSmail"),
            Map.entry("self-enrolment", "enrolled itself, in the sandbox"),
            Map.entry("grant", "given by a holder"),
            Map.entry("enrolment", "enrolled with evidence"),
            Map.entry("third-party", "Somebody else is named in it"),
            Map.entry("risk-of-harm", "It could harm the patient"),
            Map.entry("patient-asked", "The patient asked for it"),
            Map.entry("overtaken", "Replaced or withdrawn"),
            Map.entry("OverrideAttempted", "Tried to move a switch"));

    /** A space at which no line ends. */
    private static final char NO_BREAK = '\u00a0';

    private Words() {}

    static String of(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        String known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        String spaced = code.replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** An NHS number as it is read aloud and compared, {@code 943 476 5919}; anything else as it is. */
    static String grouped(String number) {
        return number.matches("\\d{10}")
                ? number.substring(0, 3) + NO_BREAK + number.substring(3, 6) + NO_BREAK + number.substring(6)
                : number;
    }
}
