package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an item is at one version. Each state is a type of its own and has only the acts that are possible in it, so that
 * filing something filed does not compile.
 */
sealed interface ItemState {

    /** What the item was when it came, whatever happened since. */
    Pending asReceived();

    ItemStatus status();

    /**
     * Waits for a person.
     *
     * @param received the event it came with
     */
    @RegisterForReflection
    record Pending(ItemReceived received) implements ItemState {

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

        @Override
        public Pending asReceived() {
            return this;
        }

        @Override
        public ItemStatus status() {
            return ItemStatus.PENDING;
        }
    }

    /** Somebody decided, or a newer document made a decision needless. */
    @RegisterForReflection
    record Decided(Pending asReceived, ItemStatus status) implements ItemState {}
}
