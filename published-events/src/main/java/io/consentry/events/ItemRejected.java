package io.consentry.events;

import java.time.Instant;

/**
 * A person at the practice rejected the message.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the person rejected it
 * @param reason one of the listed reasons, for example {@code wrong-patient}
 */
public record ItemRejected(String messageId, String practice, Instant at, String reason) implements FilingEvent {}
