package io.consentry.ingest.keepmessage;

import io.consentry.encryption.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be kept.
 *
 * @param source the system that made it, empty where its header does not say
 * @param systems names of that system, by any of which an operator can suspend it
 * @param prints by which its document and patient are recognised
 * @param replaces the earlier message that it replaces
 * @param closesDuty whether its sender has an open duty to deliver it another way, which ends once it is pending
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
        List<String> systems,
        Fingerprints prints,
        @Nullable UUID replaces,
        boolean closesDuty,
        String contentType,
        ContentHash hmac,
        String sha256,
        boolean urgent,
        int flags,
        Instant receivedAt,
        Sealed original,
        Sealed consultation) {}
