package io.consentry.bench.seedfiling;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.consultation.Flag;
import io.consentry.consultation.Patient;
import io.consentry.consultation.Pharmacy;
import io.consentry.consultation.Practitioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a pharmacy might tell, as ingest would have read it from a message of about 30 KB. Everybody in it is invented. */
final class SeededConsultation {

    static final String PHARMACY = "FQW30";
    /** Stands in one of a hundred items, for recalls to find. */
    static final String RARE_CODE = "77386006";

    private static final int RARE_EVERY = 100;
    private static final String SNOMED = "http://snomed.info/sct";
    private static final List<String> SURNAMES =
            List.of("Lee", "Cox", "Khan", "Reed", "Ward", "Bell", "Patel", "Okoro");
    private static final List<String> GIVEN = List.of("Ann", "Ben", "Chidi", "Dora", "Ed", "Farah", "Gus");
    private static final List<String> SERVICES = List.of("pharmacy-first", "blood-pressure-check", "contraception");
    private static final String WORDS = "The patient came without an appointment and was seen in the consultation room."
            + " Symptoms began two days ago, are getting slowly worse, and disturb sleep. No allergies are known."
            + " Self care, fluids and rest were discussed, and when to come back or to call 111. ";

    private SeededConsultation() {}

    static String service(int number) {
        return SERVICES.get(number % SERVICES.size());
    }

    static boolean isUrgent(int number) {
        return number % 50 == 0;
    }

    static Consultation of(int number) {
        return new Consultation(
                service(number),
                "Consultation " + number,
                "2026-03-02",
                patient(number),
                new Pharmacy(PHARMACY, "Millgate Pharmacy"),
                new Practitioner("Mr Phil Dispenser", "2012345", "Pharmacist"),
                entries(number),
                number % 10 == 0
                        ? List.of(new Flag(
                                "note-long",
                                "note-long",
                                Flag.Severity.INFORMATION,
                                "A note is long.",
                                null,
                                null,
                                false))
                        : List.of(),
                List.of());
    }

    private static Patient patient(int number) {
        return new Patient(
                String.format(Locale.ROOT, "999%07d", number % 10_000_000),
                "01",
                SURNAMES.get(number % SURNAMES.size()),
                List.of(GIVEN.get(number % GIVEN.size())),
                "Mx",
                String.format(Locale.ROOT, "%d-%02d-%02d", 1930 + number % 90, 1 + number % 12, 1 + number % 28),
                "unknown",
                List.of(number % 200 + " Long Row", "Leeds", "LS1 4AP"),
                false);
    }

    private static List<Entry> entries(int number) {
        List<Entry> entries = new ArrayList<>();
        entries.add(note("summary", "clinical-summary", WORDS + WORDS));
        entries.add(note("history", "history", WORDS));
        entries.add(note("advice", "information-and-advice-given", WORDS));
        if (number % 5 == 0) {
            entries.add(note("red-flags", "red-flags", "Chest pain when climbing stairs."));
        }
        if (number % 3 == 0) {
            entries.add(note("actions", "plan-and-requested-actions", "Please check the blood pressure in two weeks."));
        }
        entries.add(observation("temperature", "703421000", "Temperature", "37." + number % 10, "degrees C"));
        entries.add(
                observation("pulse", "364075005", "Heart rate", Integer.toString(60 + number % 40), "beats/minute"));
        entries.add(observation("oxygen", "103228002", "Oxygen saturation", Integer.toString(94 + number % 6), "%"));
        entries.add(pressure(number));
        entries.add(coded("condition", EntryKind.CONDITION, "68566005", "Urinary tract infection", null, null));
        entries.add(medicine());
        if (number % RARE_EVERY == 0) {
            entries.add(observation("pregnancy", RARE_CODE, "Pregnant", "1", "{yes}"));
        }
        return entries;
    }

    private static Entry note(String id, String heading, String text) {
        return new Entry(id, EntryKind.NOTE, heading, null, text, null, null, null, List.of(), null, null);
    }

    private static Entry observation(String id, String code, String display, String number, String unit) {
        return coded(id, EntryKind.OBSERVATION, code, display, new Entry.Value(number, unit, unit, null, null), null);
    }

    private static Entry pressure(int number) {
        return new Entry(
                "pressure",
                EntryKind.OBSERVATION,
                null,
                new Coding(SNOMED, "75367002", "Blood pressure"),
                null,
                null,
                "2026-03-02",
                "final",
                List.of(
                        part("271649006", "Systolic blood pressure", 110 + number % 50),
                        part("271650006", "Diastolic blood pressure", 60 + number % 40)),
                null,
                null);
    }

    private static Entry.Part part(String code, String display, int value) {
        return new Entry.Part(
                new Coding(SNOMED, code, display),
                new Entry.Value(Integer.toString(value), "mmHg", "mm[Hg]", null, null));
    }

    private static Entry medicine() {
        Entry.Medicine supply = new Entry.Medicine(
                new Entry.Value("6", "capsule", "428641000", null, null),
                new Entry.Value("3", "day", "d", null, null),
                List.of("Take one twice a day."),
                List.of("Finish the course."),
                "Oral",
                "Patient group direction",
                "2026-03-02");
        return coded(
                "medicine", EntryKind.MEDICINE, "39222511000001109", "Nitrofurantoin 100mg capsules", null, supply);
    }

    private static Entry coded(
            String id,
            EntryKind kind,
            String code,
            String display,
            Entry.@Nullable Value value,
            Entry.@Nullable Medicine medicine) {
        return new Entry(
                id,
                kind,
                null,
                new Coding(SNOMED, code, display),
                null,
                value,
                "2026-03-02",
                "final",
                List.of(),
                medicine,
                null);
    }
}
