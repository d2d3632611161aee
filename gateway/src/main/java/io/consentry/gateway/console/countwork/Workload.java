package io.consentry.gateway.console.countwork;

import io.consentry.gateway.console.words.Times;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was received in a time, and how it stands now. */
@RegisterForReflection
record Workload(
        String practice,
        Instant from,
        Instant to,
        Counts total,
        List<Group> byDay,
        List<Group> byService,
        List<Group> byPharmacy,
        Backlog backlog) {

    /** What became of so many. */
    @RegisterForReflection
    record Counts(
            long received,
            long filed,
            long changed,
            long rejected,
            long overtaken,
            long pending,
            long flagged,
            @Nullable Double medianMinutesToFile,
            @Nullable Double p90MinutesToFile) {

        public String halfWithin() {
            return inWords(medianMinutesToFile);
        }

        public String nineOfTenWithin() {
            return inWords(p90MinutesToFile);
        }
    }

    /**
     * The counts of one day, service or pharmacy.
     *
     * @param key the day, the service's key, or the pharmacy's ODS code
     */
    @RegisterForReflection
    record Group(String key, Counts counts) {}

    /** What waits now, whenever it was received. */
    @RegisterForReflection
    record Backlog(
            long pending,
            @Nullable Double oldestMinutes,
            @Nullable Double medianMinutes) {

        public String oldest() {
            return inWords(oldestMinutes);
        }
    }

    private static String inWords(@Nullable Double minutes) {
        return minutes == null ? "" : Times.span(Duration.ofSeconds(Math.round(minutes * 60)));
    }
}
