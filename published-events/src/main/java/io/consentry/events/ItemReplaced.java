package io.consentry.events;

import java.time.Instant;

/**
 * A newer document took the message's place before anybody at the practice had decided about it.
 *
 * @param messageId the id that the pharmacy was given for the older message
 * @param practice ODS code of the practice
 * @param at when it took its place
 */
public record ItemReplaced(String messageId, String practice, Instant at) implements FilingEvent {}
