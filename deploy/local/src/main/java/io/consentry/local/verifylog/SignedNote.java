package io.consentry.local.verifylog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text with its signatures (C2SP signed-note), and what it says if it is a checkpoint (C2SP tlog-checkpoint).
 *
 * @param text all that is signed, with its last line's end
 * @param signatures one a line, without the dash
 */
record SignedNote(String text, List<String> signatures) {

    private static final String DASH = "\u2014 ";

    /** Reads one note. */
    static SignedNote read(String note) throws UnusableException {
        List<SignedNote> notes = readAll(note);
        if (notes.size() != 1) {
            throw new UnusableException("This is no signed note: " + note);
        }
        return notes.get(0);
    }

    /**
     * Reads notes one after the other, as the file has them that a log is anchored in. One that breaks off at the end, before its
     * signature, says nothing: its disk was full.
     */
    static List<SignedNote> readAll(String file) throws UnusableException {
        List<SignedNote> notes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> signatures = new ArrayList<>();
        for (String line : file.lines().toList()) {
            if (line.startsWith(DASH)) {
                signatures.add(line.substring(DASH.length()));
            } else if (!line.isEmpty()) {
                if (!signatures.isEmpty()) {
                    notes.add(new SignedNote(text.toString(), List.copyOf(signatures)));
                    text.setLength(0);
                    signatures.clear();
                }
                text.append(line).append('\n');
            }
        }
        if (!signatures.isEmpty()) {
            notes.add(new SignedNote(text.toString(), List.copyOf(signatures)));
        }
        if (notes.isEmpty()) {
            throw new UnusableException("A note has no signature");
        }
        return notes;
    }

    /** Its lines, where it has as many; refused where not. */
    List<String> lines(int count) throws UnusableException {
        List<String> lines = text.lines().toList();
        if (lines.size() != count) {
            throw new UnusableException("A note has " + lines.size() + " lines where " + count + " belong");
        }
        return lines;
    }

    /** What it says as a checkpoint. */
    Head head() throws UnusableException {
        List<String> lines = lines(3);
        try {
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            long size = Long.parseLong(lines.get(1));
            if (root.length == Hashing.LENGTH && size >= 0) {
                return new Head(lines.get(0), size, root);
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableException("A checkpoint cannot be read: " + String.join(" / ", lines), e);
        }
        throw new UnusableException("A checkpoint cannot be read: " + String.join(" / ", lines));
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The head of a log: its name, how many events it has, and the root over them. */
    record Head(String origin, long size, byte[] root) {}
}
