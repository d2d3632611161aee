package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accepted message came into the practice's worklist.
 *
 * @param pharmacy ODS code of the sender
 * @param service key of the service in the catalogue
 * @param receivedAt when the message was received from the pharmacy
 * @param decisionPosition position of the consent event that let the message in
 * @param urgent whether a safeguard calls for a look the same day
 * @param entries how many entries it has
 * @param flags how many flags the safeguards raised
 * @param pressingFlags numbers of the flags that must be acknowledged before filing
 * @param contentHash hex SHA-256 of the original as received
 * @param replaces the item that this one replaces
 * @param requestedActions how many texts ask the practice to do something; 0 in events of before they were counted
 */
@RegisterForReflection
public record ItemReceived(
        String itemId,
        String practice,
        String pharmacy,
        String service,
        Instant receivedAt,
        long decisionPosition,
        boolean urgent,
        int entries,
        int flags,
        List<Integer> pressingFlags,
        String contentHash,
        @Nullable String replaces,
        int requestedActions)
        implements ItemEvent {

    public ItemReceived {
        pressingFlags = List.copyOf(pressingFlags);
    }
}
