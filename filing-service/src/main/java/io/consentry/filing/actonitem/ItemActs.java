package io.consentry.filing.actonitem;

import io.consentry.filing.admitstaff.PracticeStaff;
import io.consentry.filing.item.ActRefused;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.OutcomeWasTold;
import io.consentry.filing.showitem.ItemPage;
import io.consentry.filing.showitem.ReviewedItem;
import io.consentry.filing.showitem.ReviewedItems;
import io.consentry.filing.showworklist.ShownVersions;
import io.consentry.filing.telltime.Timestamps;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.web.prefer.Prefer;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Carries out a person's act: reads the item as they see it, sends the command, and answers once the worklist shows what
 * was done, so that whoever got an answer finds it true.
 */
@Singleton
public class ItemActs {

    /** Usually some milliseconds; longer only while a projection is rebuilt or the machine is starved. */
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(5);

    private final PracticeStaff staff;
    private final Timestamps time;
    private final CommandsOfActs commands;
    private final ReviewedItems items;
    private final ShownVersions shown;
    private final RefusalsAsProblems refusals;

    ItemActs(
            PracticeStaff staff,
            Timestamps time,
            CommandsOfActs commands,
            ReviewedItems items,
            ShownVersions shown,
            RefusalsAsProblems refusals) {
        this.staff = staff;
        this.time = time;
        this.commands = commands;
        this.items = items;
        this.shown = shown;
        this.refusals = refusals;
    }

    /**
     * Lets whoever calls act on an item of their own practice, and answers with what it is afterwards; only with its version
     * where they prefer that.
     *
     * @param act makes the command, or refuses
     */
    public Uni<RestResponse<ItemPage>> perform(ActRequest request, Function<Acting, Act> act) {
        Actor by = staff.at(request.practice());
        return request.prefersNoItem()
                ? about(by, request.seen())
                        .chain(acting -> perform(acting.item(), act.apply(acting)))
                        .map(ItemActs::answerWithoutItem)
                : perform(by, request.seen(), act).map(ItemPage::answer);
    }

    /** As the other, for somebody who was let in before. */
    public Uni<ItemPage> perform(Actor by, SeenItem seen, Function<Acting, Act> act) {
        return about(by, seen).chain(acting -> perform(acting.item(), act.apply(acting))
                .chain(version -> items.again(acting.item()))
                .map(item -> ItemPage.of(item, acting.settings())));
    }

    private Uni<Acting> about(Actor by, SeenItem seen) {
        return items.toActOn(seen.practice(), seen.itemId(), commands.aboutToAct())
                .map(found -> new Acting(seen, found.item(), found.settings(), by, time.now()));
    }

    private static RestResponse<ItemPage> answerWithoutItem(long version) {
        return RestResponse.ResponseBuilder.<ItemPage>noContent()
                .header(HttpHeaders.ETAG, ItemPage.tag(version))
                .header(Prefer.APPLIED, Prefer.MINIMAL)
                .build();
    }

    private Uni<Long> perform(ReviewedItem item, Act act) {
        return performAndWait(act)
                .onFailure(ActRefused.class)
                .recoverWithUni(refused -> refusals.answer(((ActRefused) refused).refusal(), item))
                .onFailure(OutcomeWasTold.class)
                .recoverWithUni(told -> refusals.tooLate(item))
                .onFailure(ConcurrencyException.class)
                .recoverWithUni(raced -> refusals.stale(item));
    }

    private Uni<Long> performAndWait(Act act) {
        return Uni.createFrom().deferred(() -> {
            ShownVersions.Watch watch = shown.watch(act.command().itemId());
            return commands.send(act)
                    .call(version -> watch.shows(version, UNTIL_SHOWN)
                            .emitOn(OffTheEventLoop.backToCaller())
                            .chain(ItemActs::orNoAnswer))
                    .onTermination()
                    .invoke(watch::close);
        });
    }

    private static Uni<Void> orNoAnswer(boolean isShown) {
        return isShown
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(
                                ProblemType.NO_ANSWER_IN_TIME.because(
                                        "What you did is recorded, but the worklist does not show it yet. Read the item again."));
    }
}
