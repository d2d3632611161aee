package io.consentry.gateway.console.recallitems;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recall as it stands.
 *
 * @param found how many items were found by now; final once it is finished
 */
@RegisterForReflection
record Recall(
        String id,
        String reason,
        Criteria criteria,
        Instant openedAt,
        String status,
        long found,
        @Nullable Instant finishedAt,
        @Nullable List<AtPractice> practices) {

    /** All of them. */
    @RegisterForReflection
    record All(List<Recall> recalls) {}

    /** What was looked for. */
    @RegisterForReflection
    record Criteria(
            @Nullable List<String> codes,
            @Nullable String pharmacy,
            @Nullable String system,
            @Nullable String service,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * How far one practice is.
     *
     * @param pending not decided about yet, and flagged in its worklist
     * @param needsReview in the record, and not looked at again yet
     * @param confirmed looked at again
     */
    @RegisterForReflection
    record AtPractice(String practice, long found, long pending, long needsReview, long confirmed) {

        private static final int WHOLE = 100;

        /** How much of it is done, in hundredths. */
        public long done() {
            return found == 0 ? WHOLE : confirmed * WHOLE / found;
        }
    }

    public boolean finished() {
        return status.equals("finished");
    }

    public List<AtPractice> everywhere() {
        return practices == null ? List.of() : practices;
    }

    /** How many items nobody has looked at again yet. */
    public long left() {
        return everywhere().stream()
                .mapToLong(practice -> practice.found() - practice.confirmed())
                .sum();
    }

    /** What was looked for, as somebody would say it. */
    public List<String> lookedFor() {
        List<String> said = new ArrayList<>();
        if (criteria.codes() != null && !criteria.codes().isEmpty()) {
            said.add("code " + String.join(" or ", criteria.codes()));
        }
        add(said, "pharmacy ", criteria.pharmacy());
        add(said, "system ", criteria.system());
        add(said, "service ", criteria.service());
        return said;
    }

    private static void add(List<String> said, String what, @Nullable String value) {
        if (value != null) {
            said.add(what + value);
        }
    }

    /** A page of a practice's own items that it found. */
    @RegisterForReflection
    record Items(List<Found> items, @Nullable String next) {}

    /** An item that it found. */
    @RegisterForReflection
    record Found(
            String id,
            String status,
            Instant receivedAt,
            boolean needsReview,
            @Nullable String outcome,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {

        /** Whether somebody has to look at it again. */
        public boolean waits() {
            return outcome == null && !status.equals("pending");
        }
    }
}
