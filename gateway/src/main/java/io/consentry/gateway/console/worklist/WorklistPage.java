package io.consentry.gateway.console.worklist;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the worklist, as the suite gives it.
 *
 * @param next where the following page begins; null on the last
 */
@RegisterForReflection
record WorklistPage(List<WorklistRow> items, @Nullable String next) {

    /** How many items wait, by what they are. */
    @RegisterForReflection
    record Counts(Map<String, Long> byStatus, long urgent, long flagged, long unassigned) {

        public long waiting() {
            return byStatus.getOrDefault("pending", 0L);
        }
    }
}
