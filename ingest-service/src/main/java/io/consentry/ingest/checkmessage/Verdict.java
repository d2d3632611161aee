package io.consentry.ingest.checkmessage;

import io.consentry.consultation.Flag;
import java.util.List;

/**
 * What the safeguards say of a message.
 *
 * @param violations of rejecting rules; the message is refused unless there are none
 * @param flags for the reviewer
 * @param flagsForSender those that the sender may hear of: all but what would tell it of another sender's message
 */
public record Verdict(List<Violation> violations, List<Flag> flags, List<Flag> flagsForSender) {

    public Verdict {
        violations = List.copyOf(violations);
        flags = List.copyOf(flags);
        flagsForSender = List.copyOf(flagsForSender);
    }

    public boolean refuses() {
        return !violations.isEmpty();
    }
}
