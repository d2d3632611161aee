package io.consentry.gateway.console.worklist;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody just did, for the line on top of the page that follows.
 *
 * @param item its id
 * @param what filed, rejected ...
 * @param version of the item after it, which taking it back must name
 * @param until when it can be taken back
 */
record Done(
        String item, String what, String version, @Nullable Instant until) {

    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,64}");

    static @Nullable Done of(
            @Nullable String item, @Nullable String what, @Nullable String version, @Nullable String until) {
        return isWord(item) && isWord(what) && isWord(version)
                ? new Done(String.valueOf(item), String.valueOf(what), String.valueOf(version), time(until))
                : null;
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isWord(@Nullable String text) {
        return text != null && WORD.matcher(text).matches();
    }

    public boolean isUndoable() {
        return what.startsWith("filed") || what.equals("rejected");
    }
}
