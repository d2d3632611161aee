package io.consentry.consent.answerrequest;

import io.consentry.web.problem.ProblemType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rule: what is asked of one practice is answered by that practice, and what is asked of all by those who run the programme. */
final class OnlyThePracticeAnswersForItself {

    private OnlyThePracticeAnswersForItself() {}

    static void check(@Nullable String asked, @Nullable String answering) {
        if (!Objects.equals(asked, answering)) {
            throw ProblemType.FORBIDDEN.because(
                    asked == null
                            ? "A request about all practices is answered by the programme or the operator."
                            : "A request about one practice is answered by its data controller.");
        }
    }
}
