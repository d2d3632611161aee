package io.consentry.consent.grantmandate;

import io.consentry.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who shall hold a mandate. */
@Schema(name = "MandateRequest")
record MandateRequest(
        @Schema(required = true, maxLength = 200, description = "The person's subject, as in their token") @Nullable String holder,

        @Schema(
                pattern = "[0-9a-f]{64}",
                description = "For an operator who enrols the first holder: SHA-256 of the document that says so")
        @Nullable String documentSha256,

        @Schema(maxLength = 280, description = "Free text; NHS numbers are refused") @Nullable String note) {

    private static final int LONGEST_SUBJECT = 200;

    String checkedHolder() {
        if (holder == null
                || holder.isBlank()
                || holder.length() > LONGEST_SUBJECT
                || holder.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw ProblemType.INVALID_DECISION.because("holder must be the subject of a person's token.");
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
