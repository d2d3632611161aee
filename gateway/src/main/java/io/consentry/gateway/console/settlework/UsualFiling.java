package io.consentry.gateway.console.settlework;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What filing does where the reviewer says nothing: whoever clicks once is to know it before.
 *
 * @param leftOut kinds of entry that do not go into the record, in reading order
 * @param heldBack whether the patient sees none of it online
 */
public record UsualFiling(List<EntryKind> leftOut, boolean heldBack) {

    /** What stands beside the button; empty where everything is filed for the patient to see. */
    public String inWords() {
        if (leftOut.size() == EntryKind.values().length) {
            return "Files nothing: open it and say what to file";
        }
        String words = Stream.of(
                        leftOut.isEmpty() ? "" : "files without " + named(),
                        heldBack ? "held back from the patient’s online view" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The kinds that are left out, as a sentence lists them. */
    public String named() {
        List<String> all = leftOut.stream().map(EntryKind::words).toList();
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
