package io.consentry.filing.keepcontent;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of some texts as a line has room for.
 *
 * @param texts in the order in which they were sent; the last may be cut, and then ends with an ellipsis
 * @param shortened whether anything is missing
 */
record Beginnings(List<String> texts, boolean shortened) {

    /** @param room characters for all of them together; each takes one at least */
    static Beginnings of(List<String> sent, int room) {
        List<String> texts = new ArrayList<>();
        int left = room;
        for (String text : sent) {
            if (text.length() > left) {
                if (left > 0) {
                    texts.add(cut(text, left));
                }
                return new Beginnings(texts, true);
            }
            texts.add(text);
            left -= Math.max(1, text.length());
        }
        return new Beginnings(texts, false);
    }

    /** Never within a character. */
    private static String cut(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\u2026";
    }
}
