package io.consentry.events;

import java.time.Instant;

/**
 * Nobody at the practice has looked at the message within the time that is set for it, one working day by default.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the time was over and noticed
 */
public record ItemUnread(String messageId, String practice, Instant at) implements FilingEvent {}
