package io.consentry.ingest.keepmessage;

import io.consentry.encryption.Sealed;
import java.time.Instant;
import java.util.UUID;

/**
 * A message ready to be kept.
 *
 * @param source the system that made it, empty where its header does not say
 * @param hmac keyed hash of the bytes and the practice
 * @param sha256 hex hash of the bytes
 * @param urgent whether a flag presses
 * @param flags how many flags there are
 * @param original the bytes as received, sealed
 * @param consultation as read, sealed
 */
public record NewMessage(
        UUID id,
        MessageKey key,
        String practice,
        String service,
        String source,
        String contentType,
        ContentHash hmac,
        String sha256,
        boolean urgent,
        int flags,
        Instant receivedAt,
        Sealed original,
        Sealed consultation) {}
