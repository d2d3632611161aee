package io.consentry.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person at the practice rejected the message.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the person rejected it
 * @param reason one of the listed reasons, for example {@code wrong-patient}
 * @param correctionRequired whether the sender must correct it: somebody else's details reached the practice
 * @param noteId names the words for the sender, which the filing service hands over when asked for them; absent where
 *     there are none
 */
public record ItemRejected(
        String messageId,
        String practice,
        Instant at,
        String reason,
        boolean correctionRequired,
        @Nullable String noteId)
        implements FilingEvent {}
