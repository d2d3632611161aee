package io.consentry.consent.governservices;

import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.web.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;

/** Rule: what a notice announces happens no sooner than the notice period after it; who tries sooner is recorded. */
final class ANoticeRunsItsPeriod {

    private ANoticeRunsItsPeriod() {}

    static void check(Instant earliestEffect, Duration period, Instant now) {
        if (earliestEffect.isBefore(now.plus(period))) {
            throw new RecordedRefusal(
                    "notice-too-short",
                    ProblemType.NOTICE_TOO_SHORT.because("The notice period is " + period
                            + ", so earliestEffect must not be before " + now.plus(period)
                            + ". This attempt was recorded."));
        }
    }
}
