package io.consentry.events;

import java.time.Instant;

/**
 * The practice took back a filing that it had told of before; what becomes of the message now is open again.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the practice
 * @param at when the person took it back
 * @param reason one of the listed reasons, for example {@code clinically-wrong}
 */
public record FilingRetracted(String messageId, String practice, Instant at, String reason) implements FilingEvent {}
