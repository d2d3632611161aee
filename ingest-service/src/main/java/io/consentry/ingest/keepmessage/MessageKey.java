package io.consentry.ingest.keepmessage;

/**
 * What makes two messages the same: who sent it and what the sender called it.
 *
 * @param sender ODS code
 * @param system of the identifier, empty where the message gives none
 * @param value of the identifier
 */
public record MessageKey(String sender, String system, String value) {

    private static final int LONGEST = 255;

    /** Whether a text can be kept, compared and answered: printable, of bearable length, and not blank. */
    public static boolean isUsable(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.codePoints().noneMatch(MessageKey::isUnprintable);
    }

    private static boolean isUnprintable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
