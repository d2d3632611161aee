package io.consentry.filing.countwork;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The work that items received in a time made, as it stands now. */
@RegisterForReflection
record Workload(
        String practice,
        Instant from,
        Instant to,
        Counts total,

        @Schema(description = "By the day they were received, in London")
        List<Group> byDay,

        List<Group> byService,
        List<Group> byPharmacy,
        Backlog backlog) {

    /** Items that have something in common. */
    @RegisterForReflection
    @Schema(name = "WorkloadGroup")
    record Group(
            @Schema(description = "The day, the service's key, or the pharmacy's ODS code", examples = "2026-03-02")
            String key,

            Counts counts) {}

    /** How many, and how long it took. */
    @RegisterForReflection
    @Schema(name = "WorkloadCounts")
    record Counts(
            long received,

            @Schema(description = "In the record now, with changes or without")
            long filed,

            @Schema(description = "In the record now, without some entries")
            long changed,

            long rejected,

            @Schema(description = "Replaced or withdrawn by the sender before anybody decided")
            long overtaken,

            long pending,

            @Schema(description = "With at least one flag") long flagged,

            @Schema(description = "Texts that ask the practice to do something")
            long requestedActions,

            @Schema(description = "Half of the filed items were filed within this many minutes; absent where none was")
            @Nullable Double medianMinutesToFile,

            @Schema(description = "Nine of ten filed items were filed within this many minutes; absent where none was")
            @Nullable Double p90MinutesToFile) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, null, null);
    }

    /** What waits now, whenever it was received. */
    @RegisterForReflection
    @Schema(name = "WorkloadBacklog")
    record Backlog(
            long pending,

            @Schema(description = "For how many minutes the oldest has waited; absent where nothing waits") @Nullable Double oldestMinutes,

            @Schema(description = "For how many minutes half of them have waited at least") @Nullable Double medianMinutes) {}
}
