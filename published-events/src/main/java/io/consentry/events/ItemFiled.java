package io.consentry.events;

import java.time.Instant;

/**
 * A person at the practice filed the message into the patient's record.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the person filed it
 * @param withChanges whether entries were left out
 */
public record ItemFiled(String messageId, String practice, Instant at, boolean withChanges) implements FilingEvent {}
