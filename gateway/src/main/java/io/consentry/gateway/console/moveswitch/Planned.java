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

    /** All of a practice, the soonest first. */
    @RegisterForReflection
    record All(List<Planned> scheduled) {}
}
