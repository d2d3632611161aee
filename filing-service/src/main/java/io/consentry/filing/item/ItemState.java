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
            OnlyWhatCanBeReadIsFiled.check(command.readable());
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
                    command.heldBack() == null ? null : command.heldBack().word(),
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

        ItemWithdrawn withdraw(WithdrawItem command) {
            return new ItemWithdrawn(command.itemId(), command.practice(), command.reason(), command.at());
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
     * @param overtaken what it becomes when the decision is undone, because the sender meanwhile sent a newer document
     *     or took this one back; absent where it would be pending again
     */
    @RegisterForReflection
    record Decided(
            Pending before,
            ItemStatus status,
            @Nullable Instant finalFrom,
            @Nullable ItemStatus overtaken) implements ItemState {

        DecisionUndone undo(UndoDecision command) {
            OnlyWhatNobodyHasHeardOfIsUndone.check(finalFrom, command.at());
            return new DecisionUndone(
                    command.itemId(), command.practice(), backTo().word(), command.by(), command.at());
        }

        FilingRetracted retract(RetractFiling command) {
            OnlyAFinalFilingIsRetracted.check(status, finalFrom, command.at());
            return new FilingRetracted(
                    command.itemId(),
                    command.practice(),
                    command.reason().word(),
                    backTo().word(),
                    command.noteId(),
                    command.by(),
                    command.at());
        }

        private ItemStatus backTo() {
            return overtaken == null ? ItemStatus.PENDING : overtaken;
        }

        NewerDocumentReceived replace(ReplaceItem command) {
            return new NewerDocumentReceived(command.itemId(), command.practice(), command.replacedBy(), command.at());
        }

        /** A person may be asked to act on what was filed; asking twice, or about what was never filed, is no news. */
        List<ItemEvent> withdraw(WithdrawItem command) {
            boolean decidedByAPerson = finalFrom != null;
            return decidedByAPerson && overtaken != ItemStatus.WITHDRAWN
                    ? List.of(new WithdrawalAsked(command.itemId(), command.practice(), command.reason(), command.at()))
                    : List.of();
        }

        ItemState undone() {
            return overtaken == null ? before : new Decided(before, overtaken, null, null);
        }

        Decided overtakenBy(ItemStatus later) {
            return new Decided(before, status, finalFrom, later);
        }

        @Override
        public ItemReceived received() {
            return before.received();
        }
    }
}
