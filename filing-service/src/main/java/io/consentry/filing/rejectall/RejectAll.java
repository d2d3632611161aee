package io.consentry.filing.rejectall;

import io.consentry.eventstore.CommandAnswer;
import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.ActRefused;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.RejectItem;
import io.consentry.filing.rejectall.PendingItems.Pending;
import io.consentry.filing.settle.Settings;
import io.consentry.filing.telltime.Timestamps;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;

/** Rejects what waits, many items to a transaction. An item that somebody else changes meanwhile stays theirs. */
@Singleton
class RejectAll {

    private static final int BATCH = 100;
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final EventSourcing events;
    private final PendingItems pending;
    private final Timestamps time;

    RejectAll(EventSourcing events, PendingItems pending, Timestamps time) {
        this.events = events;
        this.pending = pending;
        this.time = time;
    }

    /** Rejects them and waits until the worklist shows it, as long as that takes only moments. Blocks. */
    RejectedAll reject(String practice, Set<String> services, RejectAllRequest request, Settings settings, Actor by)
            throws SQLException, InterruptedException {
        List<String> rejected = new ArrayList<>();
        int left = 0;
        Instant before = request.receivedBefore();
        List<Pending> batch = pending.after(practice, before, services, "", BATCH);
        while (!batch.isEmpty()) {
            List<RejectItem> commands = batch.stream()
                    .map(item -> command(practice, item, request, settings, by))
                    .toList();
            List<String> done = rejectTogether(commands);
            rejected.addAll(done);
            left += batch.size() - done.size();
            batch = pending.after(
                    practice, before, services, batch.get(batch.size() - 1).itemId(), BATCH);
        }
        awaitShown(rejected);
        return new RejectedAll(rejected.size(), left, services);
    }

    private RejectItem command(String practice, Pending item, RejectAllRequest request, Settings settings, Actor by) {
        return new RejectItem(
                item.itemId(), practice, item.version(), request.reason(), null, by, time.now(), settings.undoTime());
    }

    /** The items that are rejected now. Where another act came between, each is tried by itself. */
    private List<String> rejectTogether(List<RejectItem> commands) {
        try {
            List<CommandAnswer<Long>> answers = events.sendTogether(commands);
            return IntStream.range(0, commands.size())
                    .filter(number -> isDone(answers.get(number)))
                    .mapToObj(number -> commands.get(number).itemId())
                    .toList();
        } catch (ConcurrencyException e) {
            return commands.size() == 1
                    ? List.of()
                    : commands.stream()
                            .flatMap(command -> rejectTogether(List.of(command)).stream())
                            .toList();
        }
    }

    private static boolean isDone(CommandAnswer<Long> answer) {
        if (answer.isRefusedBy(ActRefused.class)) {
            return false;
        }
        answer.get();
        return true;
    }

    private void awaitShown(List<String> items) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + UNTIL_SHOWN.toNanos();
        while (!pending.areGone(items) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }
}
