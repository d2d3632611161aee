package io.consentry.events;

import java.time.Instant;

/**
 * The sender takes back a message that was accepted before.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the sender asked
 * @param reason one of the listed reasons, for example {@code wrong-patient}
 */
public record MessageWithdrawn(String messageId, String practice, Instant at, String reason) implements IngestEvent {}
