package io.consentry.consent.changerules;

import io.consentry.web.problem.ProblemType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long notices shall run. */
@Schema(name = "NoticePeriodRequest")
record NoticePeriodRequest(
        @Schema(required = true, description = "ISO-8601 duration, at most ten years", examples = "P28D") @Nullable String period,

        @Schema(maxLength = 280, description = "Why; no patient data") @Nullable String note) {

    private static final Duration LONGEST = Duration.ofDays(3653);

    Duration checkedPeriod() {
        try {
            Duration asked = Duration.parse(period == null ? "" : period);
            if (!asked.isNegative() && asked.compareTo(LONGEST) <= 0 && asked.getNano() == 0) {
                return asked;
            }
        } catch (DateTimeParseException e) {
            throw refusal();
        }
        throw refusal();
    }

    private static RuntimeException refusal() {
        return ProblemType.INVALID_RECORD.because(
                "period must be an ISO-8601 duration such as P28D, at most ten years.");
    }
}
