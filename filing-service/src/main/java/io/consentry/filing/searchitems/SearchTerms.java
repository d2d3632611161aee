package io.consentry.filing.searchitems;

import io.consentry.consultation.Patient;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of a patient can be searched for: the whole NHS number, and the surname by its first letters.
 *
 * <p>Each beginning of the surname is a term of its own, because hashes have no beginnings.
 */
final class SearchTerms {

    static final String NHS_NUMBER = "nhs-number";
    static final String SURNAME = "surname";

    /** Fewer letters would find half of a practice. */
    static final int FEWEST_LETTERS = 3;

    /** Nobody types more, and longer beginnings would only fill the table. */
    private static final int MOST_LETTERS = 16;

    private SearchTerms() {}

    static List<Term> of(Patient patient) {
        List<Term> terms = new ArrayList<>();
        String number = digits(patient.nhsNumber());
        if (!number.isEmpty()) {
            terms.add(new Term(NHS_NUMBER, number));
        }
        String surname = letters(patient.family());
        IntStream.rangeClosed(FEWEST_LETTERS, Math.min(surname.length(), MOST_LETTERS))
                .mapToObj(length -> new Term(SURNAME, surname.substring(0, length)))
                .forEach(terms::add);
        return terms;
    }

    /** The number without the gaps that people write into it. */
    static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    /** The letters alone, in capitals and without accents: O'Neill, o neill and ONEILL are the same. */
    static String letters(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("[^\\p{L}]", "");
        return plain.toUpperCase(Locale.ROOT);
    }

    /** The beginning that stands in the table for these letters. */
    static String beginning(String letters) {
        return letters.substring(0, Math.min(letters.length(), MOST_LETTERS));
    }

    /** One thing to search for. */
    record Term(String kind, String text) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** Prints nothing of the patient. */
        @Override
        public String toString() {
            return "Term[" + kind + "]";
        }
    }
}
