package io.consentry.filing.showitem;

/** What of an item a person looked at. */
public enum ItemOpening {
    ITEM("item"),
    ORIGINAL("original"),
    FILED("filed"),
    ATTACHMENT("attachment"),
    /** An item whose content was erased or could not be opened: nobody has read it. */
    UNREADABLE("unreadable");

    private final String word;

    ItemOpening(String word) {
        this.word = word;
    }

    /** As it stands in the table and on the wire. */
    String word() {
        return word;
    }
}
