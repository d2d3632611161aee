package io.consentry.filing.item;

/** An act on one item, by a person who saw one version of it. */
public sealed interface ItemCommand permits FileItem, RejectItem, UndoDecision, RetractFiling, AssignItem, AddNote {

    String itemId();

    /** ODS code of the practice that the person works at. */
    String practice();

    /** The version the person saw: sequence number of the last event in it. */
    long seenVersion();
}
