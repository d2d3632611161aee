package io.consentry.web.caller;

import java.util.List;

/** The roles a token's {@code groups} claim may carry, spelt as they are on the wire. */
public final class Role {

    /** A pharmacy's system or a person there: sends messages. */
    public static final String PHARMACY = "pharmacy";
    /** A person at a practice: reviews and files. */
    public static final String PRACTICE = "practice";
    /** A person at a practice who may also move the switch, if a mandate says so. */
    public static final String DATA_CONTROLLER = "data-controller";
    /** Replays and verifies; changes nothing. */
    public static final String AUDITOR = "auditor";
    /** Runs the suite; never moves a switch and sees no patient. */
    public static final String OPERATOR = "operator";
    /** A national body: files requests and notices, sees counts only. */
    public static final String PROGRAMME = "programme";
    /** Another service of the suite; only ever on {@code /internal}. */
    public static final String SERVICE = "service";

    static final List<String> STRONGEST_FIRST =
            List.of(DATA_CONTROLLER, PRACTICE, PHARMACY, AUDITOR, OPERATOR, PROGRAMME, SERVICE);

    private Role() {}
}
