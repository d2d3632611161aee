package io.consentry.gateway.console.reviewitem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An item as the suite gives it to a reviewer; what each part means is told in the API document. */
@RegisterForReflection
public record Item(
        String id,
        long version,
        String status,
        String service,
        boolean urgent,
        Instant receivedAt,
        Pharmacy pharmacy,
        long decisionPosition,
        @Nullable String replaces,
        @Nullable String assignee,
        @Nullable String withdrawalAsked,
        @Nullable Instant finalFrom,
        boolean erased,
        boolean unreadable,
        @Nullable String title,
        @Nullable String date,
        @Nullable Patient patient,
        @Nullable Practitioner practitioner,
        @Nullable List<Entry> entries,
        @Nullable List<Flag> flags,
        @Nullable List<Entry.Detail> details,
        @Nullable List<String> notRead,
        @Nullable List<Step> history,
        @Nullable Defaults filingDefaults) {

    /** The order in which a clinician reads. */
    private static final List<String> NOTES = List.of(
            "clinical-summary",
            "red-flags",
            "requested-actions",
            "history",
            "information-and-advice-given",
            "signposting",
            "other-notes",
            "conditions",
            "attachments");

    public boolean isPending() {
        return status.equals("pending");
    }

    /** Whether it may be filed: nobody files what nobody can read. */
    public boolean isFileable() {
        return isPending() && !erased && !unreadable;
    }

    /** Whether a decision stands that may still be taken back. */
    public boolean isDecided() {
        return status.startsWith("filed") || status.equals("rejected");
    }

    /** Whether that decision can still be taken back. */
    public boolean undoable(Instant now) {
        return isDecided() && finalFrom != null && now.isBefore(finalFrom);
    }

    /** Whether it is in the record for good, so that only taking it out again helps. */
    public boolean retractable(Instant now) {
        return status.startsWith("filed") && !undoable(now);
    }

    public List<Entry> observations() {
        return group("observations");
    }

    public List<Entry> medicines() {
        return group("medicines");
    }

    /** What is told in words, by heading, in reading order. */
    public Map<String, List<Entry>> told() {
        Map<String, List<Entry>> told = new TreeMap<>(java.util.Comparator.comparingInt(NOTES::indexOf));
        NOTES.stream()
                .filter(heading -> !group(heading).isEmpty())
                .forEach(heading -> told.put(heading, group(heading)));
        return told;
    }

    private List<Entry> group(String heading) {
        return entries == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> heading.equals(entry.group()))
                        .toList();
    }

    /** The red flags that the pharmacist wrote down. */
    public List<Entry> redFlags() {
        return group("red-flags");
    }

    public List<Flag> warnings() {
        return flags == null ? List.of() : flags;
    }

    /** What the warning is about, as it is called; empty where it is about the whole message. */
    public String about(Flag flag) {
        return entries == null
                ? ""
                : entries.stream()
                        .filter(entry -> entry.id().equals(flag.entryId()))
                        .map(Entry::name)
                        .findFirst()
                        .orElse("");
    }

    public List<Step> steps() {
        return history == null ? List.of() : history;
    }

    public List<String> unread() {
        return notRead == null ? List.of() : notRead;
    }

    public List<Entry.Detail> more() {
        return details == null ? List.of() : details;
    }

    /** Whether this is left out unless the reviewer says otherwise. */
    public boolean leftOutUsually(Entry entry) {
        return filingDefaults != null
                && filingDefaults.exclude() != null
                && filingDefaults.exclude().contains(entry.id());
    }

    /** Whether the patient sees none of it unless the reviewer says otherwise. */
    public boolean heldBackUsually() {
        return filingDefaults != null && !filingDefaults.patientVisible();
    }

    /** What filing does where the reviewer does not say. */
    @RegisterForReflection
    public record Defaults(@Nullable List<String> exclude, boolean patientVisible) {}

    /** The sender. */
    @RegisterForReflection
    public record Pharmacy(String ods, @Nullable String name) {}

    /** Whom it is about. */
    @RegisterForReflection
    public record Patient(
            @Nullable String nhsNumber,
            @Nullable String family,
            @Nullable List<String> given,
            @Nullable String prefix,
            @Nullable String birthDate,
            @Nullable String gender,
            @Nullable List<String> address,
            boolean deceased) {

        /** As a person is called: title, first names, surname. */
        public String fullName() {
            List<String> parts = new ArrayList<>();
            if (prefix != null) {
                parts.add(prefix);
            }
            if (given != null) {
                parts.addAll(given);
            }
            if (family != null) {
                parts.add(family);
            }
            return String.join(" ", parts);
        }

        public String addressLine() {
            return address == null ? "" : String.join(", ", address);
        }
    }

    /** Who saw the patient. */
    @RegisterForReflection
    public record Practitioner(
            @Nullable String name,
            @Nullable String gphcNumber,
            @Nullable String role) {}

    /** A safeguard's warning. */
    @RegisterForReflection
    public record Flag(
            String id,
            String severity,
            String message,
            @Nullable String entryId,
            boolean acknowledge) {}

    /** Something that happened to the item. */
    @RegisterForReflection
    public record Step(
            String what,
            Instant at,
            @Nullable Actor by,
            @Nullable String reason,
            @Nullable String note,
            @Nullable List<String> excluded,
            @Nullable List<String> acknowledged,
            @Nullable String assignee,
            @Nullable Boolean patientVisible) {

        public boolean heldBack() {
            return Boolean.FALSE.equals(patientVisible);
        }
    }

    /** Who did it, as they were named then. */
    @RegisterForReflection
    public record Actor(
            String id, @Nullable String name, @Nullable String role) {}
}
