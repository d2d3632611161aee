package io.consentry.gateway.console.moveswitch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that will take effect.
 *
 * @param service absent where it is about the practice as a whole
 */
@RegisterForReflection
record Planned(String id, @Nullable String service, String decision, Instant effectiveFrom, long position) {

    /** Which switch it is about, as its card is called. */
    public String about() {
        return service == null ? SwitchCard.EVERYTHING : service;
    }

    /** All of a practice, the soonest first. */
    @RegisterForReflection
    record All(List<Planned> scheduled) {}
}
