package io.consentry.gateway.console.refuse;

/** A page, or what it needs from the suite, is refused: shown to the person as a page of its own. */
public final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String problem;

    /**
     * A refusal.
     *
     * @param problem the last part of the problem's type
     * @param detail what the suite says about it; holds nothing of a patient
     */
    public PageRefused(int status, String problem, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public String problem() {
        return problem;
    }

    /** What the suite says about it. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
