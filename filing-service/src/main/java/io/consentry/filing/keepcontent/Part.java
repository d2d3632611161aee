package io.consentry.filing.keepcontent;

/** Names of the parts of an item's content. */
public final class Part {

    /** What a row of the worklist shows. */
    public static final String SUMMARY = "summary";
    /** All that the pharmacy tells. */
    public static final String CONSULTATION = "consultation";

    private static final String NOTE = "note-";

    private Part() {}

    /** What a person wrote. */
    public static String note(String noteId) {
        return NOTE + noteId;
    }

    /** The id of the note, where the part is one. */
    static String noteId(String part) {
        return part.substring(NOTE.length());
    }

    static boolean isNote(String part) {
        return part.startsWith(NOTE);
    }
}
