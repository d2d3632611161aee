package io.consentry.events;

import java.time.Instant;

/**
 * The message can no longer be filed, because its sender took it back in time.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when it was taken out of the practice's hands
 */
public record ItemWithdrawn(String messageId, String practice, Instant at) implements FilingEvent {}
