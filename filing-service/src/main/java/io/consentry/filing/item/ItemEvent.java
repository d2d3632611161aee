package io.consentry.filing.item;

/**
 * Everything that can happen to an item.
 *
 * <p>No event holds anything of the patient: entries and flags are named by their number in the message, counted from
 * 1, because a sender chooses their ids; words that people wrote are named by the id of the note that keeps them.
 */
public sealed interface ItemEvent
        permits ItemReceived,
                ItemFiled,
                ItemRejected,
                ItemReplaced,
                NewerDocumentReceived,
                ItemWithdrawn,
                WithdrawalAsked,
                DecisionUndone,
                FilingRetracted,
                ItemRecalled,
                RecallConfirmed,
                ItemAssigned,
                NoteAdded {

    /** The id that the pharmacy was given for its message. */
    String itemId();

    /** ODS code of the practice. */
    String practice();
}
