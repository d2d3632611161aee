package io.consentry.gateway.console.reviewitem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a consultation that can be left out.
 *
 * @param group the heading it stands under
 * @param parts of a compound reading
 * @param excluded whether the filing in force left it out
 */
@RegisterForReflection
public record Entry(
        String id,
        String group,
        @Nullable String heading,
        @Nullable Coding code,
        @Nullable String text,
        @Nullable Value value,
        @Nullable String date,
        @Nullable String status,
        @Nullable List<Part> parts,
        @Nullable Medicine medicine,
        @Nullable List<Detail> details,
        boolean excluded,
        @Nullable List<String> flags) {

    private static final int SYSTOLIC_AND_DIASTOLIC = 2;

    /** What it is called. */
    public String name() {
        return Stream.of(code == null ? null : code.display(), heading, text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("Without a name");
    }

    /** The reading: one value, or the parts of one reading as a clinician writes them ({@code 148/92 mmHg}). */
    public String reading() {
        if (value != null) {
            return value.inWords();
        }
        List<Part> all = parts == null ? List.of() : parts;
        if (isPressure(all)) {
            return all.stream().map(part -> number(part)).collect(Collectors.joining("/")) + " " + unit(all.get(0));
        }
        return all.stream()
                .map(part -> (part.code() == null ? "" : part.code().display() + " ")
                        + (part.value() == null ? "" : part.value().inWords()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isPressure(List<Part> parts) {
        return parts.size() == SYSTOLIC_AND_DIASTOLIC
                && parts.stream()
                        .allMatch(part -> !number(part).isEmpty() && unit(part).startsWith("mm"));
    }

    private static String number(Part part) {
        return part.value() == null || part.value().number() == null
                ? ""
                : part.value().number();
    }

    private static String unit(Part part) {
        if (part.value() == null) {
            return "";
        }
        return Objects.requireNonNullElse(
                part.value().unit(), Objects.requireNonNullElse(part.value().unitCode(), ""));
    }

    /** A code and its words. */
    @RegisterForReflection
    public record Coding(
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {}

    /** A value: a number with its unit, a code, or words. */
    @RegisterForReflection
    public record Value(
            @Nullable String number,
            @Nullable String unit,
            @Nullable String unitCode,
            @Nullable Coding coding,
            @Nullable String text) {

        public String inWords() {
            if (number != null) {
                String of = unit == null ? unitCode : unit;
                return of == null ? number : number + " " + of;
            }
            return Stream.of(text, coding == null ? null : coding.display())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
    }

    /** A part of a compound reading. */
    @RegisterForReflection
    public record Part(@Nullable Coding code, @Nullable Value value) {}

    /** What was supplied, and how it is taken. */
    @RegisterForReflection
    public record Medicine(
            @Nullable Value quantity,
            @Nullable Value daysSupply,
            @Nullable List<String> dosage,
            @Nullable List<String> patientInstruction,
            @Nullable String route,
            @Nullable String supplyType,
            @Nullable String handedOver) {

        public String howTaken() {
            return Stream.of(dosage, patientInstruction)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /** Something else that was told, by name. */
    @RegisterForReflection
    public record Detail(String name, String text) {}
}
