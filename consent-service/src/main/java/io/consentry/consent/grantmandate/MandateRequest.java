package io.consentry.consent.grantmandate;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who shall hold a mandate. */
@Schema(name = "MandateRequest")
record MandateRequest(
        @Schema(
                required = true,
                maxLength = 200,
                pattern = MandateRequest.NAMES,
                description = "The person's subject, as in their token; of characters that an address can hold, so that"
                        + " the mandate can be taken again")
        @Nullable String holder,

        @Schema(
                pattern = "[0-9a-f]{64}",
                description = "For an operator who enrols the first holder: SHA-256 of the document that says so")
        @Nullable String documentSha256,

        @Schema(maxLength = 280, description = "Free text; NHS numbers are refused") @Nullable String note) {

    /** What an address of the public API can name, and so all that a mandate can be taken from again. */
    static final String NAMES = "[A-Za-z0-9._~@:|+=-]+";

    private static final int LONGEST_SUBJECT = 200;
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)" + NAMES);

    String checkedHolder() {
        if (holder == null
                || holder.length() > LONGEST_SUBJECT
                || !NAME.matcher(holder).matches()) {
            throw ProblemType.INVALID_DECISION.because(
                    "holder must be the subject of a person's token: letters, digits and . _ ~ @ : | + = - only, at most "
                            + LONGEST_SUBJECT + ".");
        }
        return holder;
    }

    String checkedEvidence() {
        if (documentSha256 == null || !documentSha256.matches("[0-9a-f]{64}")) {
            throw ProblemType.INVALID_DECISION.because(
                    "documentSha256 must be the hex SHA-256 of the document that the enrolment rests on.");
        }
        return documentSha256;
    }
}
