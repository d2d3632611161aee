package io.consentry.consent.answerrequest;

import io.consentry.consent.keepevents.Commands;
import io.consentry.consent.keepevents.DocumentHash;
import io.consentry.consent.keepevents.TextsHoldNoPatient;
import io.consentry.consent.showstate.Times;
import io.consentry.web.caller.Caller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody outside asked. */
@Schema(name = "RequestRequest")
record OutsideRequestRequest(
        @Schema(required = true, maxLength = 280, description = "Name of the body that asks, not of a person") @Nullable String from,

        @Schema(required = true, maxLength = 280, description = "What it asks; no patient data") @Nullable String what,

        @Schema(required = true, description = "When it arrived") @Nullable Instant receivedAt,

        @Schema(
                required = true,
                pattern = "[0-9a-f]{64}",
                description = "SHA-256 of the letter or the record of the call")
        @Nullable String documentSha256,

        @Schema(description = "ODS code, where it is about one practice") @Nullable String practice) {

    String checkedWhat() {
        return TextsHoldNoPatient.required("what", what, ProblemType.INVALID_RECORD);
    }

    @Nullable String checkedPractice() {
        if (practice != null && !OdsCode.isValid(practice)) {
            throw ProblemType.INVALID_RECORD.because("practice must be an ODS code.");
        }
        return practice;
    }

    ReceiveRequest command(String id, Instant now, Caller caller) {
        if (receivedAt == null || receivedAt.isAfter(now)) {
            throw ProblemType.INVALID_RECORD.because("receivedAt must be given, and not lie in the future.");
        }
        return new ReceiveRequest(
                id,
                checkedPractice(),
                TextsHoldNoPatient.required("from", from, ProblemType.INVALID_RECORD),
                Times.check("receivedAt", receivedAt, ProblemType.INVALID_RECORD),
                DocumentHash.check(documentSha256),
                Commands.actor(caller));
    }
}
