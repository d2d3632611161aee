package io.consentry.filing.actonitem;

import io.consentry.filing.item.Refusal;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.filing.showitem.ReviewedItems;
import io.consentry.filing.showworklist.WorklistItem;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a person why their act was refused, and what the item is now. */
@Singleton
class RefusalsAsProblems {

    private final ReviewedItems items;

    RefusalsAsProblems(ReviewedItems items) {
        this.items = items;
    }

    /** Always fails, with the problem that the refusal is to the caller. */
    <T> Uni<T> answer(Refusal refusal, ReviewedItem item) {
        if (refusal instanceof Refusal.StaleVersion) {
            return stale(item);
        }
        if (refusal instanceof Refusal.AlreadyDecided) {
            return withCurrent(
                    ProblemType.ALREADY_DECIDED.with("The item was decided about before; nothing has changed."), item);
        }
        if (refusal instanceof Refusal.FlagsNotAcknowledged pressing) {
            List<String> ids = item.flagIds();
            return fail(ProblemType.FLAGS_NOT_ACKNOWLEDGED
                    .with("Name in acknowledge each flag that must be acknowledged before filing.")
                    .with(
                            "flags",
                            pressing.flags().stream()
                                    .map(number -> ids.get(number - 1))
                                    .toList()));
        }
        if (refusal instanceof Refusal.NothingToRead) {
            return fail(
                    ProblemType.CONTENT_UNREADABLE.with(
                            "The item's content was erased or cannot be opened. Reject the item; its content cannot be filed."));
        }
        if (refusal instanceof Refusal.NothingToFile) {
            return fail(ProblemType.NOTHING_TO_FILE.with(
                    "Every entry is excluded. To keep all of it out of the record, reject the item."));
        }
        if (refusal instanceof Refusal.CannotBeUndone) {
            return tooLate(item);
        }
        if (refusal instanceof Refusal.CannotBeRetracted) {
            return withCurrent(
                    ProblemType.CANNOT_BE_RETRACTED.with(
                            "Only a filing that can no longer be undone is retracted; undo it until then."),
                    item);
        }
        if (refusal instanceof Refusal.NoSuchPart) {
            return fail(ProblemType.UNKNOWN_ENTRY.with("The item has no such entry or flag."));
        }
        return fail(ProblemType.NOT_FOUND.with("There is no such practice or item for you."));
    }

    /** Somebody was faster. */
    <T> Uni<T> stale(ReviewedItem item) {
        return withCurrent(
                ProblemType.STALE_VERSION.with("The item has changed since you read it; current says how."), item);
    }

    /** The sender has heard, or there is nothing to take back. */
    <T> Uni<T> tooLate(ReviewedItem item) {
        return withCurrent(
                ProblemType.CANNOT_BE_UNDONE.with("There is no decision about the item that can still be undone."),
                item);
    }

    private <T> Uni<T> withCurrent(HttpProblem.Builder problem, ReviewedItem seen) {
        return items.findRow(seen.item().practice(), seen.item().itemId())
                .chain(now -> fail(problem.with("current", Current.of(now))));
    }

    private static <T> Uni<T> fail(HttpProblem.Builder problem) {
        return Uni.createFrom().failure(problem.build());
    }

    /** What the item is now. Names nobody but the reviewer. */
    record Current(
            String status,
            long version,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Current of(WorklistItem item) {
            return new Current(item.status().word(), item.version(), item.decidedByName(), item.decidedAt());
        }
    }
}
