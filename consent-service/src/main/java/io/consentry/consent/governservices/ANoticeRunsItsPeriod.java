package io.consentry.consent.governservices;

import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.web.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;

/** Rule: what a notice announces happens no sooner than the notice period after it; who tries sooner is recorded. */
public final class ANoticeRunsItsPeriod {

    private ANoticeRunsItsPeriod() {}

    /**
     * Checks it.
     *
     * @param now when the notice is issued: by the log's clock when it is asked for, and once more by its event's own time,
     *     since it may have waited for its turn
     */
    public static void check(Instant earliestEffect, Duration period, Instant now) {
        if (earliestEffect.isBefore(now.plus(period))) {
            throw new RecordedRefusal(
                    "notice-too-short",
                    ProblemType.NOTICE_TOO_SHORT.because("The notice period is " + period
                            + ", so earliestEffect must not be before " + now.plus(period)
                            + ". This attempt was recorded."));
        }
    }
}
