package io.consentry.consent.governservices;

import io.consentry.consent.recordattempt.RecordedRefusal;
import io.consentry.web.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rule: a service is added after its own notice, when the time that it named has come; who tries sooner is recorded. */
final class AServiceNeedsANoticeThatHasRun {

    private AServiceNeedsANoticeThatHasRun() {}

    static void check(@Nullable Announced notice, String service, Instant now) {
        if (notice == null || !service.equals(notice.service())) {
            throw ProblemType.INVALID_RECORD.because("noticeId must name the notice that announced this service.");
        }
        if (notice.earliestEffect().isAfter(now)) {
            throw new RecordedRefusal(
                    "notice-still-running",
                    ProblemType.NOTICE_STILL_RUNNING.because("The notice says that nothing happens before "
                            + notice.earliestEffect() + ". This attempt was recorded."));
        }
    }

    /** What is known of a notice when a service is to be added. */
    @RegisterForReflection
    record Announced(@Nullable String service, Instant earliestEffect) {}
}
