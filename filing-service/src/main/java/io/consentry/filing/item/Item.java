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
    private Recalls recalls = Recalls.NONE;
    private long version;

    /** For the repository, which tells it its own past next. */
    Item() {}

    @CommandHandler
    long handle(FileItem command) {
        return apply(List.of(pendingAsSeenBy(command).file(command)));
    }

    @CommandHandler
    long handle(RejectItem command) {
        return apply(List.of(pendingAsSeenBy(command).reject(command)));
    }

    @CommandHandler
    long handle(AssignItem command) {
        return apply(pendingAsSeenBy(command).assign(command));
    }

    @CommandHandler
    long handle(UndoDecision command) {
        if (asSeenBy(command) instanceof ItemState.Decided decided) {
            return apply(List.of(decided.undo(command)));
        }
        throw new ActRefused(new Refusal.CannotBeUndone());
    }

    @CommandHandler
    long handle(RetractFiling command) {
        if (asSeenBy(command) instanceof ItemState.Decided decided) {
            return apply(List.of(decided.retract(command)));
        }
        throw new ActRefused(new Refusal.CannotBeRetracted());
    }

    @CommandHandler
    long handle(AddNote command) {
        asSeenBy(command);
        return apply(List.of(
                new NoteAdded(command.itemId(), command.practice(), command.noteId(), command.by(), command.at())));
    }

    @CommandHandler
    long handle(ReplaceItem command) {
        return apply(replace(command));
    }

    private List<ItemEvent> replace(ReplaceItem command) {
        if (!practice().equals(command.practice())) {
            return List.of();
        }
        return List.of(
                state() instanceof ItemState.Decided decided
                        ? decided.replace(command)
                        : ((ItemState.Pending) state()).replace(command));
    }

    @CommandHandler
    long handle(WithdrawItem command) {
        return apply(withdraw(command));
    }

    private List<ItemEvent> withdraw(WithdrawItem command) {
        if (!practice().equals(command.practice())) {
            return List.of();
        }
        return state() instanceof ItemState.Decided decided
                ? decided.withdraw(command)
                : List.of(((ItemState.Pending) state()).withdraw(command));
    }

    /** Whether the recall is news. */
    @CommandHandler
    boolean handle(RecallItem command) {
        List<ItemEvent> news = practice().equals(command.practice()) ? recalls.recall(command) : List.of();
        apply(news);
        return !news.isEmpty();
    }

    @CommandHandler
    long handle(ConfirmRecall command) {
        requireOwn(command.practice());
        return apply(recalls.confirm(command));
    }

    private ItemState.Pending pendingAsSeenBy(ItemCommand command) {
        if (asSeenBy(command) instanceof ItemState.Pending pending) {
            return pending;
        }
        throw new ActRefused(new Refusal.AlreadyDecided(state().status()));
    }

    private ItemState asSeenBy(ItemCommand command) {
        requireOwn(command.practice());
        TheReviewerSawTheLatestVersion.check(command.seenVersion(), version);
        return state();
    }

    private void requireOwn(String practice) {
        if (!practice().equals(practice)) {
            throw new ActRefused(new Refusal.NotThisPracticesItem());
        }
    }

    private long apply(List<ItemEvent> events) {
        events.forEach(AggregateLifecycle::apply);
        return version;
    }

    @EventSourcingHandler
    void on(ItemEvent event, @SequenceNumber long sequence) {
        id = event.itemId();
        version = sequence;
        recalls = recalls.evolve(event);
        state = event instanceof ItemReceived received
                ? new ItemState.Pending(received, null)
                : ItemPast.evolve(state(), event);
    }

    private ItemState state() {
        return Objects.requireNonNull(state, "received first");
    }

    private String practice() {
        return state().received().practice();
    }
}
