package io.consentry.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message was let in by the practice's decision and is durable.
 *
 * @param messageId the id that the pharmacy was given
 * @param practice ODS code of the receiving practice
 * @param pharmacy ODS code of the sending pharmacy
 * @param service key of the service in the catalogue, for example {@code pharmacy-first}
 * @param at when the message was received
 * @param decisionPosition position of the consent event that let the message in
 * @param urgent whether a safeguard calls for a look the same day
 * @param flags how many flags the safeguards raised
 * @param contentHash hex SHA-256 of the original as received, so that what is filed can name what it came from
 * @param replaces id of the message that this one replaces, absent for a first message
 */
public record MessageAccepted(
        String messageId,
        String practice,
        String pharmacy,
        String service,
        Instant at,
        long decisionPosition,
        boolean urgent,
        int flags,
        String contentHash,
        @Nullable String replaces)
        implements IngestEvent {}
