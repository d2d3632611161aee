package io.consentry.filing.filemany;

import io.consentry.database.WhoseDoing;
import io.consentry.filing.actonitem.Act;
import io.consentry.filing.actonitem.Acting;
import io.consentry.filing.actonitem.ItemActs;
import io.consentry.filing.actonitem.PartNumbers;
import io.consentry.filing.actonitem.SeenItem;
import io.consentry.filing.filemany.FilingsRequest.Seen;
import io.consentry.filing.filemany.FilingsResult.Result;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.FileItem;
import io.consentry.filing.item.ItemStatus;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.showitem.FilingDefaults;
import io.consentry.filing.showitem.FilingInForce;
import io.consentry.filing.showitem.Openings;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.filing.showitem.ReviewedItems;
import io.consentry.outage.DatabaseOutage;
import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Files one of many: what would be refused there, or goes wrong, is a result here, and the others go on. */
@Singleton
class FileOne {

    private static final Logger LOG = Logger.getLogger(FileOne.class);

    private final ReviewedItems items;
    private final Openings openings;
    private final ItemActs acts;

    FileOne(ReviewedItems items, Openings openings, ItemActs acts) {
        this.items = items;
        this.openings = openings;
        this.acts = acts;
    }

    Uni<Result> file(String practice, Seen seen, Settings settled, Actor by) {
        return items.withHistory(practice, seen.id())
                .chain(item -> wasFiledFrom(item, seen, settled, by)
                        ? Uni.createFrom()
                                .item(filed(
                                        seen.id(),
                                        item.item().status(),
                                        item.item().version()))
                        : fileNow(item, seen, by))
                .onFailure(WhoseDoing::mayPass)
                .transform(DatabaseOutage::problem)
                .onFailure(HttpProblem.class)
                .recoverWithItem(refusal -> refused(seen.id(), (HttpProblem) refusal))
                .onFailure(Exception.class)
                .recoverWithItem(failure -> failed(seen.id(), failure));
    }

    private Uni<Result> fileNow(ReviewedItem item, Seen seen, Actor by) {
        OnlyPlainItemsAreFiledTogether.require(item);
        return openings.hasOpened(item.item(), by)
                .invoke(opened -> {
                    if (!opened) {
                        throw ProblemType.FORBIDDEN.because("You have not opened the item.");
                    }
                })
                .chain(() -> acts.perform(
                        by, new SeenItem(item.item().practice(), seen.id(), seen.version()), FileOne::byDefault))
                .map(page -> filed(page.id(), page.status(), page.version()));
    }

    private static Act byDefault(Acting acting) {
        FilingDefaults defaults = FilingDefaults.of(acting.item(), acting.settings());
        return Act.of(new FileItem(
                acting.itemId(),
                acting.practice(),
                acting.version(),
                acting.item().isReadable(),
                PartNumbers.of("exclude", defaults.exclude(), acting.item().entryIds()),
                List.of(),
                defaults.patientVisible(),
                defaults.heldBack(),
                null,
                acting.by(),
                acting.at(),
                acting.settings().undoTime()));
    }

    /** An answer was lost: what this reviewer filed from the version they name is what they ask for. */
    private static boolean wasFiledFrom(ReviewedItem item, Seen seen, Settings settled, Actor by) {
        Optional<FilingInForce> filing = item.filing();
        return filing.isPresent()
                && filing.get()
                        .excludedEntryIds()
                        .equals(FilingDefaults.of(item, settled).exclude())
                && filing.get().version() == seen.version() + 1
                && filing.get().reviewerId().equals(by.id());
    }

    private static Result filed(String id, ItemStatus status, long version) {
        return new Result(id, status, version, null, null);
    }

    private static Result refused(String id, HttpProblem refusal) {
        return new Result(id, null, null, slug(refusal.getType()), refusal.getDetail());
    }

    /** Of the failure its class is written down only: its words may quote what it met. */
    private static Result failed(String id, Throwable failure) {
        LOG.errorf(
                "Filing item %s together with others failed: %s",
                id, failure.getClass().getName());
        return new Result(
                id,
                null,
                null,
                ProblemType.INTERNAL_ERROR.slug(),
                "Something went wrong with this item. The same request again says whether it is filed.");
    }

    /** Whether something went wrong that was no refusal of the item. */
    static boolean wentWrong(Result result) {
        return Stream.of(ProblemType.INTERNAL_ERROR, ProblemType.UNAVAILABLE, ProblemType.NO_ANSWER_IN_TIME)
                .anyMatch(type -> type.slug().equals(result.problem()));
    }

    static Result notTried(String id) {
        return new Result(
                id,
                null,
                null,
                ProblemType.INTERNAL_ERROR.slug(),
                "Something went wrong with the items before this one, so it was not tried.");
    }

    private static @Nullable String slug(@Nullable URI type) {
        return type == null ? null : type.getPath().substring(type.getPath().lastIndexOf('/') + 1);
    }
}
