package io.consentry.ingest.receivemessage;

import io.consentry.consultation.Flag;
import io.consentry.ingest.checkmessage.Violation;
import io.consentry.ingest.keepmessage.ContentHash;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.keepmessage.NewMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that was read and judged.
 *
 * @param key absent where the message has no usable identifier
 * @param hash of bytes and practice
 * @param flags that the sender may hear of
 * @param suspended whether messages of its sender, or of the system that made it, are not taken now
 * @param message ready to be kept; absent where violations refuse it
 */
record ReadArrival(
        Optional<MessageKey> key,
        ContentHash hash,
        List<Violation> violations,
        List<Flag> flags,
        boolean suspended,
        @Nullable NewMessage message) {}
