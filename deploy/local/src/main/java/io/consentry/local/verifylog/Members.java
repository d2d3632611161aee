package io.consentry.local.verifylog;

import java.util.Arrays;

/**
 * Where the members of a line's object begin and end, found without reading what they hold: a million lines are cut
 * apart in the time in which some ten thousand could be parsed. Says nothing about what lies between.
 */
final class Members {

    private static final int MOST = 64;

    private final int[] nameFrom = new int[MOST];
    private final int[] nameTo = new int[MOST];
    private final int[] valueFrom = new int[MOST];
    private final int[] valueTo = new int[MOST];
    private int count;
    private byte[] line = {};

    /** Whether the line is one object without spaces between its members. */
    boolean find(byte[] bytes, int length) {
        line = bytes;
        count = 0;
        if (length < 2 || bytes[0] != '{') {
            return false;
        }
        int at = 1;
        while (count < MOST && at < length && bytes[at] == '"') {
            int quote = endOfText(at, length);
            if (quote + 1 >= length || bytes[quote + 1] != ':') {
                return false;
            }
            nameFrom[count] = at + 1;
            nameTo[count] = quote;
            valueFrom[count] = quote + 2;
            at = endOfValue(quote + 2, length);
            valueTo[count] = at;
            count++;
            if (at == length - 1) {
                return bytes[at] == '}';
            }
            at++;
        }
        return false;
    }

    private int endOfText(int quote, int length) {
        int at = quote + 1;
        while (at < length && line[at] != '"') {
            at += line[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** Of the comma or brace that follows the value. */
    private int endOfValue(int from, int length) {
        int depth = 0;
        int at = from;
        while (at < length) {
            byte c = line[at];
            if (c == '"') {
                at = endOfText(at, length);
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == '}')) {
                return at;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            at++;
        }
        return length;
    }

    int count() {
        return count;
    }

    int from(int member) {
        return valueFrom[member];
    }

    int to(int member) {
        return valueTo[member];
    }

    boolean isNamed(int member, byte[] name) {
        return Arrays.equals(line, nameFrom[member], nameTo[member], name, 0, name.length);
    }
}
