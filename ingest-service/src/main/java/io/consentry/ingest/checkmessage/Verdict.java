package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag;
import java.util.List;

/**
 * What the safeguards say of a message.
 *
 * @param violations of rejecting rules; the message is refused unless there are none
 * @param flags for the reviewer
 */
public record Verdict(List<Violation> violations, List<Flag> flags) {

    public Verdict {
        violations = List.copyOf(violations);
        flags = List.copyOf(flags);
    }

    /** The flags that the sender may hear of: all but what would tell it of another sender's message. */
    public List<Flag> flagsForSender() {
        return flags.stream()
                .filter(flag -> !flag.rule().equals(APossibleDuplicateIsShown.NAME))
                .toList();
    }

    public boolean refuses() {
        return !violations.isEmpty();
    }
}
