package io.consentry.gateway.console.keeprules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the suite goes by, as it tells it. */
final class Rules {

    private Rules() {}

    /** The catalogue. */
    @RegisterForReflection
    record Catalogue(List<Service> services) {}

    /**
     * What a consultation can be about.
     *
     * @param codes SNOMED CT codes that name it in a message
     * @param notice id of the notice that announced it; absent for the first ones
     */
    @RegisterForReflection
    record Service(String key, List<String> codes, @Nullable String notice) {}

    /** All safeguards. */
    @RegisterForReflection
    record Safeguards(List<Safeguard> rules) {}

    /**
     * A safeguard.
     *
     * @param mode what follows where it is broken
     * @param fixed whether nobody can choose that
     * @param modes what an operator can choose from
     * @param brokenSinceStart messages that broke it; null where whoever asks may not know
     */
    @RegisterForReflection
    record Safeguard(
            String name,
            @Nullable String sentence,
            String mode,
            boolean fixed,
            List<String> modes,
            @Nullable Long brokenSinceStart) {}

    /** Every change of the rules, the oldest first. */
    @RegisterForReflection
    record Changes(@Nullable String firstNoticePeriod, List<Change> changes) {

        /** How long notices run at this time, as an ISO-8601 duration. */
        public String noticePeriod(Instant now) {
            return changes.stream()
                    .filter(change -> change.rule().equals("notice-period")
                            && !change.effectiveFrom().isAfter(now))
                    .reduce((first, second) -> second)
                    .map(Change::value)
                    .orElse(firstNoticePeriod == null ? "" : firstNoticePeriod);
        }
    }

    /** One change. */
    @RegisterForReflection
    record Change(
            String rule,
            @Nullable String was,
            String value,
            Instant effectiveFrom,
            @Nullable String note,
            long position) {}
}
