package io.consentry.consent.keepevents;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * What every command is sent with, and every event is kept with.
 *
 * @param requestId of the request that caused it
 * @param disclosure what may be erased later; travels with the event and is stored apart from it
 */
public record Circumstances(String requestId, Disclosure disclosure) {

    static final String REQUEST_ID = "requestId";
    static final String DISCLOSURE = "disclosure";

    /** As the command's metadata. */
    public Map<String, Object> asMetaData() {
        return Map.of(REQUEST_ID, requestId, DISCLOSURE, disclosure);
    }

    static Circumstances of(MetaData metaData) {
        if (metaData.get(REQUEST_ID) instanceof String requestId
                && metaData.get(DISCLOSURE) instanceof Disclosure disclosure) {
            return new Circumstances(requestId, disclosure);
        }
        throw new IllegalStateException("An event without its circumstances cannot be proven, so it is not kept");
    }
}
