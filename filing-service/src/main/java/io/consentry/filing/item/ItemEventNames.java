package io.consentry.filing.item;

import io.consentry.eventstore.EventNames;

/** The names under which an item's events are stored. */
public final class ItemEventNames {

    private ItemEventNames() {}

    public static EventNames all() {
        return EventNames.none()
                .with("ItemReceived", "1", ItemReceived.class)
                .with("ItemFiled", "1", ItemFiled.class)
                .with("ItemRejected", "1", ItemRejected.class)
                .with("ItemReplaced", "1", ItemReplaced.class)
                .with("NewerDocumentReceived", "1", NewerDocumentReceived.class)
                .with("ItemWithdrawn", "1", ItemWithdrawn.class)
                .with("WithdrawalAsked", "1", WithdrawalAsked.class)
                .with("DecisionUndone", "1", DecisionUndone.class)
                .with("FilingRetracted", "1", FilingRetracted.class)
                .with("ItemRecalled", "1", ItemRecalled.class)
                .with("RecallConfirmed", "1", RecallConfirmed.class)
                .with("ItemAssigned", "1", ItemAssigned.class)
                .with("NoteAdded", "1", NoteAdded.class);
    }
}
