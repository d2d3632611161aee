package io.consentry.filing.actonitem;

import io.consentry.database.WhoseDoing;
import io.consentry.eventstore.CommandAnswer;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.ItemCommand;
import io.consentry.filing.item.OutcomeWasTold;
import io.consentry.filing.keepcontent.KeptContent;
import io.consentry.filing.keepcontent.WrittenNote;
import io.consentry.filing.threads.OffTheEventLoop;
import io.consentry.gather.Gathering;
import io.consentry.gather.OnTheWay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Sends the commands of acts. Those that come while others are under way share a transaction with each other: what a
 * transaction costs is far more than what an act writes in it.
 */
@Singleton
class CommandsOfActs {

    private static final int MOST_IN_A_TRANSACTION = 50;

    /** Nobody who clicks notices; and only where others are likely to follow. */
    private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(5);

    private final OnTheWay aboutToAct = new OnTheWay();
    private final EventSourcing events;
    private final KeptContent content;
    private final Gathering<ItemCommand, CommandAnswer<Long>> together;

    CommandsOfActs(Vertx vertx, EventSourcing events, KeptContent content) {
        this.events = events;
        this.content = content;
        this.together = new Gathering<ItemCommand, CommandAnswer<Long>>(
                        vertx,
                        MOST_IN_A_TRANSACTION,
                        WAIT_FOR_OTHERS,
                        commands -> OffTheEventLoop.call(() -> events.<Long>sendTogether(commands)),
                        CommandsOfActs::isTheDoingOfOne)
                .waitingOnlyFor(aboutToAct);
    }

    /** Who was shown what they act upon, and has not acted yet. */
    OnTheWay aboutToAct() {
        return aboutToAct;
    }

    /** The item's version after the act, once it is committed; fails where it is refused. */
    Uni<Long> send(Act act) {
        WrittenNote note = act.note();
        return note == null ? together.ask(act.command()).map(CommandAnswer::get) : send(act.command(), note);
    }

    /** The note and the event that names it are there together, or neither is. */
    private Uni<Long> send(ItemCommand command, WrittenNote note) {
        return OffTheEventLoop.call(() -> events.runInUnitOfWork(() -> {
            content.keep(events.currentConnection(), command.practice(), command.itemId(), note);
            return events.<Long>send(command, Map.of());
        }));
    }

    /** Nothing was committed, and tried by themselves the others will be. Not so where the database is away. */
    private static boolean isTheDoingOfOne(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof OutcomeWasTold
                || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause ->
                                cause instanceof SQLException sql && WhoseDoing.isOfWhatWasGiven(sql.getSQLState()));
    }
}
