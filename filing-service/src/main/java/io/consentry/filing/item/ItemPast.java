package io.consentry.filing.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an item becomes by what happens to it. */
final class ItemPast {

    private ItemPast() {}

    static ItemState evolve(ItemState before, ItemEvent event) {
        return before instanceof ItemState.Pending pending
                ? pending(pending, event)
                : decided((ItemState.Decided) before, event);
    }

    private static ItemState pending(ItemState.Pending before, ItemEvent event) {
        if (event instanceof ItemFiled filed) {
            return decided(before, filed.status(), filed.finalFrom());
        }
        if (event instanceof ItemRejected rejected) {
            return decided(before, ItemStatus.REJECTED, rejected.finalFrom());
        }
        if (event instanceof ItemReplaced) {
            return decided(before, ItemStatus.REPLACED, null);
        }
        if (event instanceof ItemWithdrawn) {
            return decided(before, ItemStatus.WITHDRAWN, null);
        }
        if (event instanceof ItemAssigned assigned) {
            return new ItemState.Pending(before.received(), assigned.to());
        }
        return before;
    }

    private static ItemState decided(ItemState.Decided before, ItemEvent event) {
        if (event instanceof DecisionUndone || event instanceof FilingRetracted) {
            return before.undone();
        }
        if (event instanceof NewerDocumentReceived) {
            return before.overtakenBy(ItemStatus.REPLACED);
        }
        if (event instanceof WithdrawalAsked) {
            return before.overtakenBy(ItemStatus.WITHDRAWN);
        }
        return before;
    }

    private static ItemState decided(ItemState.Pending before, ItemStatus status, @Nullable Instant finalFrom) {
        return new ItemState.Decided(before, status, finalFrom, null);
    }
}
