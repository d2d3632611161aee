package io.consentry.gateway.console.reviewitem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        @Nullable Attachment attachment,
        @Nullable List<Detail> details,
        boolean excluded,
        @Nullable List<String> flags) {

    /** Status and verification of what is simply so. */
    private static final Set<String> PLAIN = Set.of("final", "completed", "finished", "active", "confirmed");

    private static final String VERIFICATION = "Verification";
    private static final int SYSTOLIC_AND_DIASTOLIC = 2;
    private static final long KB = 1024;
    private static final Set<String> PRESSURE = Set.of("mmHg", "mm[Hg]", "millimetre of mercury");

    /** What it is called. */
    public String name() {
        return Stream.of(
                        code == null ? null : code.display(),
                        heading,
                        text,
                        attachment == null ? null : attachment.name())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("Without a name");
    }

    /** What makes it another thing than a plain finding, such as {@code refuted} or {@code entered-in-error}. */
    public List<String> marks() {
        return Stream.concat(
                        Stream.ofNullable(status),
                        more().stream()
                                .filter(detail -> detail.name().equals(VERIFICATION))
                                .map(Detail::text))
                .filter(mark -> !PLAIN.contains(mark))
                .distinct()
                .toList();
    }

    /** Everything else that was told of it. */
    public List<Detail> more() {
        return details == null ? List.of() : details;
    }

    /** The reading: one value, or the parts of one reading as a clinician writes them ({@code 148/92 mmHg}). */
    public String reading() {
        List<Part> all = parts == null ? List.of() : parts;
        String whole = value == null ? "" : value.inWords();
        String together = pressure(all).orElseGet(() -> all.stream()
                .map(part -> part.value() == null
                        ? part.name()
                        : part.name() + " " + part.value().inWords())
                .collect(Collectors.joining(", ")));
        return Stream.of(whole, together).filter(told -> !told.isEmpty()).collect(Collectors.joining(": "));
    }

    /** The upper one first, whichever came first in the message; empty where it is not clear which is which. */
    private static Optional<String> pressure(List<Part> parts) {
        List<Part> upper = parts.stream().filter(part -> part.isOf("systolic")).toList();
        List<Part> lower = parts.stream().filter(part -> part.isOf("diastolic")).toList();
        return parts.size() == SYSTOLIC_AND_DIASTOLIC && upper.size() == 1 && lower.size() == 1
                ? Optional.of(upper.get(0).number() + "/" + lower.get(0).number() + " mmHg")
                : Optional.empty();
    }

    /** A code and its words. */
    @RegisterForReflection
    public record Coding(
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {

        /** What it says, the bare code where it has no words. */
        @Nullable String words() {
            return display == null ? code : display;
        }
    }

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
            return Stream.of(coding == null ? null : coding.words(), text)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /** A part of a compound reading. */
    @RegisterForReflection
    public record Part(@Nullable Coding code, @Nullable Value value) {

        String name() {
            return code == null ? "" : Objects.requireNonNullElse(code.words(), "");
        }

        String number() {
            return value == null || value.number() == null ? "" : value.number();
        }

        /** Whether it is this pressure, as a number. */
        boolean isOf(String pressure) {
            return name().toLowerCase(Locale.ROOT).contains(pressure)
                    && !number().isEmpty()
                    && value != null
                    && (PRESSURE.contains(value.unit()) || PRESSURE.contains(value.unitCode()));
        }
    }

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

        /** For how long the supply lasts, such as {@code 3 days}. */
        public String supplyLasts() {
            if (daysSupply == null) {
                return "";
            }
            boolean several = "day".equals(daysSupply.unit()) && !"1".equals(daysSupply.number());
            return daysSupply.inWords() + (several ? "s" : "");
        }

        public String howTaken() {
            return Stream.of(dosage, patientInstruction)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A file that came with the message.
     *
     * @param number counts the files of a message from 1
     * @param contentType as the sender says
     * @param size in bytes; 0 where the file itself did not come
     */
    @RegisterForReflection
    public record Attachment(
            int number,
            @Nullable String contentType,
            @Nullable String title,
            long size) {

        public String name() {
            return title == null || title.isBlank() ? "Attachment " + number : title;
        }

        /** Such as {@code application/pdf, 1.2 MB}. */
        public String kindAndSize() {
            return Stream.of(contentType, sizeInWords())
                    .filter(told -> told != null && !told.isBlank())
                    .collect(Collectors.joining(", "));
        }

        private String sizeInWords() {
            if (size < KB) {
                return size + (size == 1 ? " byte" : " bytes");
            }
            // Up, so that no file is smaller than it is said to be.
            return size < KB * KB
                    ? (size + KB - 1) / KB + " KB"
                    : String.format(Locale.UK, "%.1f MB", Math.ceil(10.0 * size / (KB * KB)) / 10);
        }
    }

    /** Something else that was told, by name. */
    @RegisterForReflection
    public record Detail(String name, String text) {}
}
