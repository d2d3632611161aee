package io.consentry.filing.searchitems;

import io.consentry.filing.searchitems.SearchTerms.Term;
import io.consentry.web.problem.ProblemType;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to look for. What is given must all fit. */
record SearchRequest(
        @Schema(description = "All ten digits; gaps do not matter", examples = "999 000 0018") @Nullable @Size(max = 20) String nhsNumber,

        @Schema(description = "The first letters of the surname, at least three; case, accents and marks do not matter")
        @Nullable @Size(max = 100) String surname) {

    List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        if (nhsNumber != null) {
            String digits = SearchTerms.digits(nhsNumber);
            if (digits.length() != 10) {
                throw ProblemType.BAD_REQUEST.because("nhsNumber must have ten digits.");
            }
            terms.add(new Term(SearchTerms.NHS_NUMBER, digits));
        }
        if (surname != null) {
            String letters = SearchTerms.letters(surname);
            if (letters.length() < SearchTerms.FEWEST_LETTERS) {
                throw ProblemType.BAD_REQUEST.because(
                        "surname must have at least " + SearchTerms.FEWEST_LETTERS + " letters.");
            }
            terms.add(new Term(SearchTerms.SURNAME, SearchTerms.beginning(letters)));
        }
        if (terms.isEmpty()) {
            throw ProblemType.BAD_REQUEST.because("Give nhsNumber, surname, or both.");
        }
        return terms;
    }

    /** Prints nothing of the patient. */
    @Override
    public String toString() {
        return "SearchRequest[withheld]";
    }
}
