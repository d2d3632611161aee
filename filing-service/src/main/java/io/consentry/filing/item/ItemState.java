package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an item is at one version. Each state is a type of its own and has only the acts that are possible in it, so that
 * filing something filed does not compile.
 */
sealed interface ItemState {

    /** The event it came with. */
    ItemReceived received();

    ItemStatus status();

    /**
     * Waits for a person.
     *
     * @param assignee who was asked to decide
     */
    @RegisterForReflection
    record Pending(ItemReceived received, @Nullable String assignee) implements ItemState {

        ItemFiled file(FileItem command) {
            OnlyPartsOfTheItemAreNamed.check(command.exclude(), received.entries());
            OnlyPartsOfTheItemAreNamed.check(command.acknowledge(), received.flags());
            EveryPressingFlagIsAcknowledged.check(received.pressingFlags(), command.acknowledge());
            SomethingIsFiled.check(command.exclude(), received.entries());
            return new ItemFiled(
                    command.itemId(),
                    command.practice(),
                    command.exclude(),
                    command.acknowledge(),
                    command.patientVisible(),
                    command.noteId(),
                    command.by(),
                    command.at(),
                    command.at().plus(command.undoTime()));
        }

        ItemRejected reject(RejectItem command) {
            return new ItemRejected(
                    command.itemId(),
                    command.practice(),
                    command.reason().word(),
                    command.noteId(),
                    command.by(),
                    command.at(),
                    command.at().plus(command.undoTime()));
        }

        ItemReplaced replace(ReplaceItem command) {
            return new ItemReplaced(command.itemId(), command.practice(), command.replacedBy(), command.at());
        }

        /** Asking whom was asked before changes nothing. */
        List<ItemEvent> assign(AssignItem command) {
            return Objects.equals(assignee, command.to())
                    ? List.of()
                    : List.of(new ItemAssigned(
                            command.itemId(), command.practice(), command.to(), command.by(), command.at()));
        }

        @Override
        public ItemStatus status() {
            return ItemStatus.PENDING;
        }
    }

    /**
     * Somebody decided, or a newer document made a decision needless.
     *
     * @param before what it was until then
     * @param finalFrom until then the decision can be undone; absent where no person decided
     * @param newerDocument whether a newer document has come since
     */
    @RegisterForReflection
    record Decided(
            Pending before, ItemStatus status, @Nullable Instant finalFrom, boolean newerDocument)
            implements ItemState {

        DecisionUndone undo(UndoDecision command) {
            OnlyWhatNobodyHasHeardOfIsUndone.check(finalFrom, command.at());
            ItemStatus backTo = newerDocument ? ItemStatus.REPLACED : ItemStatus.PENDING;
            return new DecisionUndone(command.itemId(), command.practice(), backTo.word(), command.by(), command.at());
        }

        NewerDocumentReceived replace(ReplaceItem command) {
            return new NewerDocumentReceived(command.itemId(), command.practice(), command.replacedBy(), command.at());
        }

        ItemState undone() {
            return newerDocument ? new Decided(before, ItemStatus.REPLACED, null, true) : before;
        }

        Decided withNewerDocument() {
            return new Decided(before, status, finalFrom, true);
        }

        @Override
        public ItemReceived received() {
            return before.received();
        }
    }
}
