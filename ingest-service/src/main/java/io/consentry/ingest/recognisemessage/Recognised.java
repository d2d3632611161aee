package io.consentry.ingest.recognisemessage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message's sender, document and patient before it is judged.
 *
 * @param documentKnown whether the same document was sent to the practice under another message identifier
 * @param similarKnown whether the practice has another message about the same patient, service and day, from anybody
 * @param sentElsewhere whether its sender proved that it was delivered another way after a refusal
 * @param dutyOpen whether its sender is to deliver it another way after a refusal, and did not prove that it did
 * @param senderSuspended whether an operator suspended its sender, or the system that made it
 * @param replacement what became of its claim to replace an earlier message
 * @param replaces the message it replaces: the latest of a line of replacements
 */
public record Recognised(
        boolean documentKnown,
        boolean similarKnown,
        boolean sentElsewhere,
        boolean dutyOpen,
        boolean senderSuspended,
        Replacement replacement,
        @Nullable UUID replaces) {

    /** Nothing is known of it. */
    public static final Recognised NOTHING = new Recognised(false, false, false, false, false, Replacement.NONE, null);

    /** What a message's claim to replace another is worth. */
    public enum Replacement {
        /** It makes no such claim. */
        NONE,
        /** The one it names is here: same sender, same practice, same patient. */
        POSSIBLE,
        /** It names none that is here, or several. */
        UNKNOWN_TARGET,
        /** The one it names is about another patient. */
        ANOTHER_PATIENT
    }
}
