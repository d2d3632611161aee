package io.consentry.filing.keepcontent;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.Patient;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the worklist shows. Sealed apart from the consultation, so that a page opens little: of words without end it
 * has the beginning, and says so.
 *
 * @param name the patient's name in reading order
 * @param nhsNumber ten digits
 * @param birthDate ISO date with the precision that was sent
 * @param redFlags the texts under that heading, as sent and never inferred
 * @param requestedActions what the pharmacy asks the practice to do, as sent
 * @param shortened whether the item says more of these than stands here
 */
@RegisterForReflection
public record ItemSummary(
        @Nullable String name,
        @Nullable String nhsNumber,
        @Nullable String birthDate,
        List<String> redFlags,
        List<String> requestedActions,
        boolean shortened) {

    /** Characters under one heading; a usual text has some hundred. */
    private static final int MOST_WORDS = 4_000;

    private static final int LONGEST_NAME = 400;

    public ItemSummary {
        redFlags = List.copyOf(redFlags);
        requestedActions = List.copyOf(requestedActions);
    }

    static ItemSummary of(Consultation consultation) {
        Patient patient = consultation.patient();
        Beginnings name = Beginnings.of(Stream.ofNullable(name(patient)).toList(), LONGEST_NAME);
        Beginnings redFlags = Beginnings.of(textsUnder(Heading.RED_FLAGS, consultation), MOST_WORDS);
        Beginnings actions = Beginnings.of(textsUnder(Heading.REQUESTED_ACTIONS, consultation), MOST_WORDS);
        return new ItemSummary(
                name.texts().stream().findFirst().orElse(null),
                patient.nhsNumber(),
                patient.birthDate(),
                redFlags.texts(),
                actions.texts(),
                name.shortened() || redFlags.shortened() || actions.shortened());
    }

    private static @Nullable String name(Patient patient) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(patient.prefix());
        parts.addAll(patient.given());
        parts.add(patient.family());
        String name =
                parts.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static List<String> textsUnder(Heading heading, Consultation consultation) {
        return consultation.entries().stream()
                .filter(entry -> heading == Heading.of(entry))
                .map(Entry::text)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "ItemSummary[withheld]";
    }
}
