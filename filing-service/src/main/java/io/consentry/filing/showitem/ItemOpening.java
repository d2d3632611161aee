package io.consentry.filing.showitem;

/** What of an item a person looked at. */
public enum ItemOpening {
    ITEM("item"),
    ORIGINAL("original"),
    FILED("filed"),
    ATTACHMENT("attachment"),
    /** Entries against what was filed, or against those of the item it replaces: without its flags and the words around them. */
    CHANGES("changes"),
    /** What happened to the item: nothing of what was sent. */
    HISTORY("history"),
    /** An item whose content was erased or could not be opened: nobody has read it. */
    UNREADABLE("unreadable");

    /** Condition on {@code item_opening o}: of these alone a person has read something. */
    public static final String HAS_READ = "o.what not in ('unreadable', 'history')";

    private final String word;

    ItemOpening(String word) {
        this.word = word;
    }

    /** As it stands in the table and on the wire. */
    String word() {
        return word;
    }
}
