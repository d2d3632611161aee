package io.consentry.consent.keepevents;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that everybody who hashes it must arrive at: RFC 8785 (JCS), for the texts, whole numbers and
 * nested objects that leaves are made of.
 */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * Writes an object.
     *
     * @param members texts, whole numbers, maps of the same, and {@code null}
     * @throws IllegalArgumentException for anything else, and for text that is no Unicode
     */
    public static String of(Map<String, ?> members) {
        StringBuilder out = new StringBuilder(512);
        writeObject(out, members);
        return out.toString();
    }

    private static void writeObject(StringBuilder out, Map<?, ?> members) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            writeText(out, member.getKey());
            out.append(':');
            writeValue(out, member.getValue());
        }
        out.append('}');
    }

    private static void writeValue(StringBuilder out, Object value) {
        if (value == null || value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof Map<?, ?> members) {
            writeObject(out, members);
        } else {
            throw new IllegalArgumentException("No canonical form for " + value.getClass());
        }
    }

    private static void writeText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> i += writeCharacter(out, text, i);
            }
        }
        out.append('"');
    }

    /** Gives how many characters more than one were taken. */
    private static int writeCharacter(StringBuilder out, String text, int i) {
        char c = text.charAt(i);
        if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            out.append(c);
            return 0;
        }
        if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
            throw new IllegalArgumentException("Half a surrogate pair");
        }
        out.append(c).append(text.charAt(i + 1));
        return 1;
    }
}
