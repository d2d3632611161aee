package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * One accepted message in a practice's worklist, from its arrival to the decision of a person.
 *
 * <p>The handlers are plumbing: they let the state decide, apply its events and answer with the item's new version. The
 * first event comes from outside, in batches: see {@code receiveitem}.
 */
@RegisterForReflection
public class Item {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by the framework
    private @Nullable String id;

    private @Nullable ItemState state;
    private long version;

    /** For the repository, which tells it its own past next. */
    Item() {}

    @CommandHandler
    long handle(FileItem command) {
        return apply(decide(command));
    }

    @CommandHandler
    long handle(RejectItem command) {
        return apply(decide(command));
    }

    @CommandHandler
    long handle(ReplaceItem command) {
        return apply(decide(command));
    }

    private List<ItemEvent> decide(FileItem command) {
        return List.of(pendingAsSeenBy(command).file(command));
    }

    private List<ItemEvent> decide(RejectItem command) {
        return List.of(pendingAsSeenBy(command).reject(command));
    }

    private List<ItemEvent> decide(ReplaceItem command) {
        return state() instanceof ItemState.Pending pending && practice().equals(command.practice())
                ? List.of(pending.replace(command))
                : List.of();
    }

    private ItemState.Pending pendingAsSeenBy(ItemCommand command) {
        if (!practice().equals(command.practice())) {
            throw new ActRefused(new Refusal.NotThisPracticesItem());
        }
        TheReviewerSawTheLatestVersion.check(command.seenVersion(), version);
        if (state() instanceof ItemState.Pending pending) {
            return pending;
        }
        throw new ActRefused(new Refusal.AlreadyDecided(state().status()));
    }

    private long apply(List<ItemEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return version;
    }

    @EventSourcingHandler
    void on(ItemEvent event, @SequenceNumber long sequence) {
        id = event.itemId();
        version = sequence;
        state = evolve(state, event);
    }

    private static ItemState evolve(@Nullable ItemState before, ItemEvent event) {
        if (event instanceof ItemReceived received) {
            return new ItemState.Pending(received);
        }
        ItemState.Pending asReceived =
                Objects.requireNonNull(before, "received first").asReceived();
        if (event instanceof ItemFiled filed) {
            return new ItemState.Decided(asReceived, filed.status());
        }
        if (event instanceof ItemRejected) {
            return new ItemState.Decided(asReceived, ItemStatus.REJECTED);
        }
        if (event instanceof ItemReplaced) {
            return new ItemState.Decided(asReceived, ItemStatus.REPLACED);
        }
        throw new IllegalStateException(
                "No such event of an item: " + event.getClass().getSimpleName());
    }

    private ItemState state() {
        return Objects.requireNonNull(state, "received first");
    }

    private String practice() {
        return state().asReceived().received().practice();
    }
}
