package io.consentry.ingest.readmessage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.dstu3.model.Address;
import org.hl7.fhir.dstu3.model.Annotation;
import org.hl7.fhir.dstu3.model.Base64BinaryType;
import org.hl7.fhir.dstu3.model.CodeableConcept;
import org.hl7.fhir.dstu3.model.Coding;
import org.hl7.fhir.dstu3.model.ContactPoint;
import org.hl7.fhir.dstu3.model.HumanName;
import org.hl7.fhir.dstu3.model.Identifier;
import org.hl7.fhir.dstu3.model.Period;
import org.hl7.fhir.dstu3.model.PrimitiveType;
import org.hl7.fhir.dstu3.model.Quantity;
import org.hl7.fhir.dstu3.model.Range;
import org.hl7.fhir.dstu3.model.Ratio;
import org.hl7.fhir.dstu3.model.StringType;
import org.hl7.fhir.dstu3.model.Timing;
import org.hl7.fhir.dstu3.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

/** FHIR data types as a person reads them. Absent where there is nothing to say. */
final class InWords {

    private InWords() {}

    /** Any of the types that this model shows in words; absent also for a type that it does not. */
    static @Nullable String of(@Nullable Type value) {
        if (value == null || value.isEmpty()) {
            return null;
        } else if (value instanceof Quantity quantity) {
            return of(quantity);
        } else if (value instanceof CodeableConcept concept) {
            return of(concept);
        } else if (value instanceof Range range) {
            return of(range);
        } else if (value instanceof Ratio ratio) {
            return joined(" per ", of((Type) ratio.getNumerator()), of((Type) ratio.getDenominator()));
        } else if (value instanceof Period period) {
            return between(
                    period.getStartElement().getValueAsString(),
                    period.getEndElement().getValueAsString(),
                    "until ");
        } else if (value instanceof Timing timing) {
            return of(timing);
        } else if (value instanceof Coding coding) {
            return firstOf(coding.getDisplay(), coding.getCode());
        } else if (value instanceof Annotation annotation) {
            return annotation.getText();
        } else if (value instanceof ContactPoint contact) {
            return joined(" ", contact.getSystemElement().getValueAsString(), contact.getValue());
        } else if (value instanceof Identifier identifier) {
            return joined(" ", identifier.getValue(), inSystem(identifier.getSystem()));
        } else if (value instanceof Address address) {
            return joined(", ", lines(address).toArray(String[]::new));
        } else if (value instanceof HumanName name) {
            return name(name);
        } else if (value instanceof PrimitiveType<?> primitive && !(value instanceof Base64BinaryType)) {
            return primitive.getValueAsString();
        }
        return null;
    }

    static @Nullable String of(Range range) {
        return between(of((Type) range.getLow()), of((Type) range.getHigh()), "up to ");
    }

    /** What is open on one side says so: "up to 5" must never be shown as 5, nor "since Monday" as on Monday. */
    static @Nullable String between(@Nullable String start, @Nullable String end, String openStart) {
        if (start != null && end != null) {
            return start + " to " + end;
        }
        return start != null ? "from " + start : end != null ? openStart + end : null;
    }

    private static @Nullable String of(Quantity quantity) {
        String number = quantity.getValueElement().getValueAsString();
        String comparator = quantity.getComparatorElement().getValueAsString();
        return joined(" ", comparator, number, firstOf(quantity.getUnit(), quantity.getCode()));
    }

    /** The concept's words and all its displays, each once; a bare code only where there are no words at all. */
    static @Nullable String of(CodeableConcept concept) {
        String[] words = Stream.concat(
                        Stream.of(concept.getTextElement()),
                        concept.getCoding().stream().map(Coding::getDisplayElement))
                .map(StringType::getValue)
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .toArray(String[]::new);
        return words.length > 0
                ? joined(" / ", words)
                : joined(
                        " / ", concept.getCoding().stream().map(Coding::getCode).toArray(String[]::new));
    }

    static @Nullable String of(List<? extends Type> values) {
        return joined("; ", values.stream().map(InWords::of).toArray(String[]::new));
    }

    /** Lines, then the named parts from city to country; the text where there are none. */
    static List<String> lines(Address address) {
        List<String> lines = Stream.concat(
                        address.getLine().stream().map(StringType::getValue),
                        Stream.of(
                                address.getCity(),
                                address.getDistrict(),
                                address.getState(),
                                address.getPostalCode(),
                                address.getCountry()))
                .filter(part -> part != null && !part.isBlank())
                .toList();
        return lines.isEmpty() && address.hasText() ? List.of(address.getText()) : lines;
    }

    private static @Nullable String inSystem(@Nullable String system) {
        return system == null ? null : "(" + system + ")";
    }

    /** Prefix, given names, family name and suffix in reading order; the text where there are no parts. */
    static @Nullable String name(HumanName name) {
        String parts = joined(
                " ",
                Stream.of(
                                name.getPrefix().stream(),
                                name.getGiven().stream(),
                                Stream.of(name.getFamilyElement()),
                                name.getSuffix().stream())
                        .flatMap(part -> part)
                        .map(StringType::getValue)
                        .toArray(String[]::new));
        return firstOf(parts, name.getText());
    }

    private static @Nullable String of(Timing timing) {
        TimingRepeatComponent repeat = timing.getRepeat();
        String often = repeat.hasFrequency() ? repeat.getFrequency() + " times" : null;
        if (often != null && repeat.hasFrequencyMax()) {
            often = repeat.getFrequency() + " to " + repeat.getFrequencyMax() + " times";
        }
        String period = repeat.hasPeriod()
                ? joined(
                        " ",
                        "in",
                        repeat.getPeriodElement().getValueAsString(),
                        repeat.getPeriodUnitElement().getValueAsString())
                : null;
        String when = joined(
                ", ",
                repeat.getWhen().stream().map(PrimitiveType::getValueAsString).toArray(String[]::new));
        return joined(" ", of(timing.getCode()), often, period, when, lasting(repeat.getBounds()));
    }

    private static @Nullable String lasting(@Nullable Type bounds) {
        if (bounds instanceof Range range
                && range.getHigh().isEmpty()
                && !range.getLow().isEmpty()) {
            return "for at least " + of((Type) range.getLow());
        }
        String words = of(bounds);
        return words == null || bounds instanceof Period ? words : "for " + words;
    }

    static @Nullable String firstOf(@Nullable String... candidates) {
        return Stream.of(candidates)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** The parts that say something, with this between them. */
    static @Nullable String joined(String between, @Nullable String... parts) {
        String text =
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
