package io.consentry.filing;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.consultation.Flag;
import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import io.consentry.events.MessageAccepted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A message as a test wants it. Everything clinical in it carries {@link #CANARY}, so that one can look where it went.
 */
record SentMessage(
        String id,
        String practice,
        String pharmacy,
        String service,
        Instant at,
        boolean urgent,
        List<Flag> flags,
        @Nullable String replaces) {

    static final String CANARY = "Canarybird";
    static final String NHS_NUMBER = "9990000018";
    static final String SUMMARY = "entry-summary";
    static final String RED_FLAGS = "entry-red-flags";
    static final String ACTIONS = "entry-actions";
    static final String TEMPERATURE = "entry-temperature";
    static final String MEDICINE = "entry-medicine";

    private static final AtomicInteger PRACTICES = new AtomicInteger(10_000);

    /** A practice that no other test knows. */
    static String anyPractice() {
        return "T" + PRACTICES.incrementAndGet();
    }

    static SentMessage to(String practice) {
        return new SentMessage(
                UUID.randomUUID().toString(),
                practice,
                "FQW30",
                "pharmacy-first",
                Instant.parse("2026-03-02T09:30:00.123456Z"),
                false,
                List.of(),
                null);
    }

    SentMessage asUrgent() {
        return new SentMessage(id, practice, pharmacy, service, at, true, flags, replaces);
    }

    SentMessage at(Instant when) {
        return new SentMessage(id, practice, pharmacy, service, when, urgent, flags, replaces);
    }

    SentMessage from(String sender) {
        return new SentMessage(id, practice, sender, service, at, urgent, flags, replaces);
    }

    SentMessage about(String otherService) {
        return new SentMessage(id, practice, pharmacy, otherService, at, urgent, flags, replaces);
    }

    SentMessage replacing(String older) {
        return new SentMessage(id, practice, pharmacy, service, at, urgent, flags, older);
    }

    /** With a flag on the temperature that presses, and one on the whole that does not. */
    SentMessage flagged() {
        List<Flag> raised = List.of(
                new Flag("note-long", "note-long", Flag.Severity.INFORMATION, "A note is long.", null, null, false),
                new Flag(
                        "temperature-high:" + TEMPERATURE,
                        "temperature-high",
                        Flag.Severity.WARNING,
                        "The temperature of " + CANARY + " is high.",
                        "Observation.value",
                        TEMPERATURE,
                        true));
        return new SentMessage(id, practice, pharmacy, service, at, urgent, raised, replaces);
    }

    MessageAccepted accepted() {
        return new MessageAccepted(
                id, practice, pharmacy, service, at, 12, urgent, flags.size(), "ab".repeat(32), replaces);
    }

    Consultation consultation() {
        return new Consultation(
                service,
                "Consultation of " + CANARY,
                "2026-03-02",
                new Patient(
                        NHS_NUMBER,
                        "01",
                        CANARY,
                        List.of("Ann", "Bea"),
                        "Mrs",
                        "1980-05-06",
                        "female",
                        List.of("1 " + CANARY + " Road", "LS1 4AP"),
                        false),
                new Pharmacy(pharmacy, "The Dispensers"),
                new Practitioner("Dr Phil Pharmacist", "2012345", "Pharmacist"),
                List.of(
                        note(SUMMARY, "clinical-summary", CANARY + " feels unwell."),
                        new Entry(
                                MEDICINE,
                                EntryKind.MEDICINE,
                                null,
                                new Coding("https://dmd.nhs.uk", "24549911000001107", CANARY + " 50mg capsules"),
                                null,
                                null,
                                null,
                                "completed",
                                List.of(),
                                new Entry.Medicine(
                                        new Entry.Value("28", "capsule", "428641000", null, null),
                                        null,
                                        List.of("Take four times a day."),
                                        List.of("Finish the course."),
                                        "Oral",
                                        "Patient group direction",
                                        "2026-03-02"),
                                null),
                        new Entry(
                                TEMPERATURE,
                                EntryKind.OBSERVATION,
                                null,
                                new Coding("http://snomed.info/sct", "703421000", "Temperature"),
                                null,
                                new Entry.Value("38.70", "degrees C", "Cel", null, null),
                                "2026-03-02",
                                "final",
                                List.of(),
                                null,
                                null),
                        note(RED_FLAGS, "red-flags", CANARY + " has chest pain."),
                        note(ACTIONS, "plan-and-requested-actions", "Please recheck " + CANARY + ".")),
                flags,
                List.of());
    }

    byte[] original() {
        return ("<Bundle><!-- " + CANARY + " " + id + " --></Bundle>").getBytes(StandardCharsets.UTF_8);
    }

    /** The pharmacy sends it and ingest accepts it; its id. */
    String send() {
        IngestStandIn.accept(accepted(), consultation(), original());
        return id;
    }

    /** The same, with other words under clinical summary. */
    Consultation withSummary(String words) {
        List<Entry> entries = new ArrayList<>(consultation().entries());
        entries.set(0, note("entry-summary-2", "clinical-summary", words));
        return with(entries);
    }

    /** The same, with another code of the pharmacy's own for the temperature. */
    Consultation withCode(String code) {
        List<Entry> entries = new ArrayList<>(consultation().entries());
        entries.set(
                2,
                new Entry(
                        TEMPERATURE,
                        EntryKind.OBSERVATION,
                        null,
                        new Coding("https://pharmacy.example/codes", code, "Temperature"),
                        null,
                        null,
                        "2026-03-02",
                        "final",
                        List.of(),
                        null,
                        null));
        return with(entries);
    }

    /** The same, without these entries. */
    Consultation without(String... entryIds) {
        Set<String> left = Set.of(entryIds);
        return with(consultation().entries().stream()
                .filter(entry -> !left.contains(entry.id()))
                .toList());
    }

    private Consultation with(List<Entry> entries) {
        Consultation same = consultation();
        return new Consultation(
                same.service(),
                same.title(),
                same.date(),
                same.patient(),
                same.pharmacy(),
                same.practitioner(),
                entries,
                same.flags(),
                same.notRead(),
                same.details());
    }

    /** The pharmacy sends it with neither red flags nor anything that it asks for. */
    String sendPlain() {
        return send(without(RED_FLAGS, ACTIONS));
    }

    /** The pharmacy sends it with these words under red flags, each an entry. */
    String sendWithRedFlags(List<String> words) {
        List<Entry> entries = new ArrayList<>(without(RED_FLAGS).entries());
        words.forEach(text -> entries.add(note(RED_FLAGS + "-" + entries.size(), "red-flags", text)));
        return send(with(entries));
    }

    /** The pharmacy sends it with this content. */
    String send(Consultation content) {
        IngestStandIn.accept(accepted(), content, original());
        return id;
    }

    private static Entry note(String id, String heading, String text) {
        return new Entry(id, EntryKind.NOTE, heading, null, text, null, null, "completed", List.of(), null, null);
    }
}
