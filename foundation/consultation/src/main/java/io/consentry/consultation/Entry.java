package io.consentry.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a consultation that can be filed or left out on its own.
 *
 * @param id stable within the message: the resource's own id
 * @param heading PRSB heading code, such as {@code clinical-summary} or {@code red-flags}; absent where untagged
 * @param code what is observed, supplied or diagnosed; absent for free text
 * @param text the free text, or the text beside the code
 * @param value what was measured, as a person reads it, with its unit
 * @param date FHIR date or dateTime
 * @param status FHIR status of the resource
 * @param parts of a compound reading, such as systolic and diastolic
 * @param medicine details of a supply, for medicines only
 * @param attachment of an attached file
 * @param details what else was sent with it, such as the site of a measurement
 */
public record Entry(
        String id,
        EntryKind kind,
        @Nullable String heading,
        @Nullable Coding code,
        @Nullable String text,
        @Nullable Value value,
        @Nullable String date,
        @Nullable String status,
        List<Part> parts,
        @Nullable Medicine medicine,
        @Nullable Attachment attachment,
        List<Detail> details) {

    public Entry {
        parts = Lists.orEmpty(parts);
        details = Lists.orEmpty(details);
    }

    /** An entry about which nothing more was sent. */
    public Entry(
            String id,
            EntryKind kind,
            @Nullable String heading,
            @Nullable Coding code,
            @Nullable String text,
            @Nullable Value value,
            @Nullable String date,
            @Nullable String status,
            List<Part> parts,
            @Nullable Medicine medicine,
            @Nullable Attachment attachment) {
        this(id, kind, heading, code, text, value, date, status, parts, medicine, attachment, List.of());
    }

    /**
     * A value as sent: a quantity, a code or words.
     *
     * @param number decimal digits exactly as sent, so that 36.70 stays 36.70
     * @param unit as displayed
     * @param unitCode UCUM code
     * @param coding a coded answer
     * @param text any other value, in words
     */
    public record Value(
            @Nullable String number,
            @Nullable String unit,
            @Nullable String unitCode,
            @Nullable Coding coding,
            @Nullable String text) {}

    /** One part of a compound reading. */
    public record Part(Coding code, @Nullable Value value) {}

    /**
     * A supply of a medicine.
     *
     * @param quantity what was handed over, with its unit
     * @param daysSupply how many days it lasts
     * @param dosage the dosage in words, one line for each instruction
     * @param patientInstruction what the patient was told
     * @param route of administration
     * @param supplyType such as a patient group direction
     * @param handedOver FHIR date or dateTime
     */
    public record Medicine(
            @Nullable Value quantity,
            @Nullable Value daysSupply,
            List<String> dosage,
            List<String> patientInstruction,
            @Nullable String route,
            @Nullable String supplyType,
            @Nullable String handedOver) {

        public Medicine {
            dosage = Lists.orEmpty(dosage);
            patientInstruction = Lists.orEmpty(patientInstruction);
        }
    }

    /**
     * A file that came with the message. Its bytes stay in the original.
     *
     * @param number counts the attachments of a message from 1
     * @param contentType media type as sent
     * @param size in bytes, decoded
     */
    public record Attachment(
            int number,
            @Nullable String contentType,
            @Nullable String title,
            long size) {}

    /** Prints nothing clinical. */
    @Override
    public String toString() {
        return "Entry[" + kind + " " + id + "]";
    }
}
