package io.consentry.consent.answerrequest;

import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.web.problem.ProblemType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is answered, and why. */
@Schema(name = "AnswerRequest")
record AnswerBody(
        @Schema(
                required = true,
                enumeration = {"accepted", "declined"})
        @Nullable String answer,

        @Schema(required = true, maxLength = 280, description = "Why; no patient data") @Nullable String reason) {

    private static final List<String> ANSWERS = List.of("accepted", "declined");

    String checkedAnswer() {
        if (answer == null || !ANSWERS.contains(answer)) {
            throw ProblemType.INVALID_RECORD.because("answer must be one of " + String.join(", ", ANSWERS) + ".");
        }
        return answer;
    }

    String checkedReason() {
        return TextsHoldNoPatient.required("reason", reason, ProblemType.INVALID_RECORD);
    }
}
