package io.consentry.filing.retryevents;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a letter in the list of all, which goes on after it.
 *
 * @param where which kind of letter
 * @param itemId the list of a kind is in the order of these; empty before the first
 */
record LetterPlace(String where, String itemId) {

    private static final Pattern TEXT =
            Pattern.compile("(" + DeadLetter.WORKLIST + "|" + DeadLetter.RECEIVED + ")-([ -~]*)");

    static LetterPlace of(DeadLetter letter) {
        return new LetterPlace(letter.where(), letter.itemId());
    }

    /** Where a page begins; 400 where no page gave this. */
    static LetterPlace of(@Nullable String next) {
        if (next == null) {
            return new LetterPlace(DeadLetter.WORKLIST, "");
        }
        Matcher given = TEXT.matcher(next);
        if (!given.matches()) {
            throw ProblemType.BAD_REQUEST.because("next is not a value that a page gave.");
        }
        return new LetterPlace(given.group(1), given.group(2));
    }

    boolean isAmongParked() {
        return where.equals(DeadLetter.RECEIVED);
    }

    String text() {
        return where + "-" + itemId;
    }
}
