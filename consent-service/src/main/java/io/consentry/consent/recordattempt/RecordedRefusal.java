package io.consentry.consent.recordattempt;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A rule says no, and that somebody tried must be kept. */
public class RecordedRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient HttpProblem answer;

    /**
     * Refuses.
     *
     * @param reason a word of the list: see {@link io.consentry.consent.events.OverrideAttempted}
     * @param answer what the caller is told
     */
    public RecordedRefusal(String reason, HttpProblem answer) {
        super(reason);
        this.reason = reason;
        this.answer = answer;
    }

    public String reason() {
        return reason;
    }

    public HttpProblem answer() {
        return answer;
    }
}
