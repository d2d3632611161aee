package io.consentry.filing.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recall looks for: all that is given must hold.
 *
 * @param codes any of which stands in some entry; empty where codes do not matter
 * @param pharmacy ODS code of the sender
 * @param system a name of the sender's system
 * @param service key of the service
 * @param from received then or later
 * @param to received before
 */
@RegisterForReflection
record RecallCriteria(
        List<String> codes,
        @Nullable String pharmacy,
        @Nullable String system,
        @Nullable String service,
        @Nullable Instant from,
        Instant to) {

    RecallCriteria {
        codes = List.copyOf(codes);
    }
}
