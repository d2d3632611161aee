package io.consentry.ingest.checkmessage;

import java.util.List;

/**
 * One safeguard. It looks at a message of any shape, reports everything it finds in one pass, and never repeats what
 * was sent of a patient.
 */
public interface Rule {

    /** Names it in configuration, in refusals and on flags. */
    String name();

    /** What it demands, as a sentence for senders and reviewers. */
    String sentence();

    /** FHIR path, in general, of what it looks at. */
    String path();

    /** What happens when it is broken, unless the deployment says otherwise. */
    default RuleMode mode() {
        return RuleMode.REJECT;
    }

    /** Whether the suite cannot take a message that breaks it, so that no deployment can choose. */
    default boolean isFixed() {
        return false;
    }

    /** Whether its sender may hear that a message breaks it; a rule of which it may not cannot refuse. */
    default boolean isToldToSenders() {
        return true;
    }

    /** What a deployment or an operator may set it to. */
    default List<RuleMode> modes() {
        if (isFixed()) {
            return List.of(mode());
        }
        return isToldToSenders() ? List.of(RuleMode.values()) : List.of(RuleMode.FLAG, RuleMode.OFF);
    }

    /** Reports where the message breaks the rule. */
    void check(Examined examined, Findings findings);
}
