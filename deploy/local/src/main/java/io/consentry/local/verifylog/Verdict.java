package io.consentry.local.verifylog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of verifying a bundle.
 *
 * @param outcome {@code consistent} or {@code tampered}
 * @param explanation for people, a sentence each
 * @param anchored whether it was compared with anything from elsewhere
 * @param events how many were read
 * @param firstBadPosition the first position that is wrong, or, where it cannot be told more exactly, the first that
 *     nobody trusted vouches for
 * @param lastBadPosition where it is wrong at the latest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
        String outcome,
        List<String> explanation,
        boolean anchored,
        long events,
        @Nullable String practice,
        @Nullable Long firstBadPosition,
        @Nullable Long lastBadPosition) {

    private static final String CONSISTENT = "consistent";
    private static final String TAMPERED = "tampered";

    static Verdict consistent(Header header, KeyChain keys, Anchors anchors, long events, long undisclosed) {
        List<String> words = new ArrayList<>();
        words.add(events + " events agree with the checkpoint of " + header.size() + " events of "
                + header.head().origin() + ", signed with " + keys.describe(header.size()));
        if (undisclosed > 0) {
            words.add(undisclosed + " of them without name and note, which were withheld or erased");
        }
        if (header.practice() != null) {
            words.add("They are all in the log; that none of " + header.practice()
                    + " is missing, only the whole log shows");
        }
        List<String> anchoring = anchors.describe();
        if (anchoring.isEmpty()) {
            words.add("NOT ANCHORED: a file that was written anew from the first event on would look the same. Give a"
                    + " checkpoint kept from earlier (--checkpoint) or a key pinned elsewhere (--key).");
        } else {
            anchoring.forEach(how -> words.add("Anchored: " + how));
            if (anchors.checkpoints().isEmpty()) {
                words.add("A key shows who signed, not that nothing was signed after this: only a checkpoint kept from"
                        + " later shows a log that was cut");
            }
        }
        return new Verdict(CONSISTENT, words, !anchoring.isEmpty(), events, header.practice(), null, null);
    }

    static Verdict tampered(Header header, Anchors anchors, long events, TamperedException found) {
        String where = found.first() == found.last()
                ? "At position " + found.first()
                : "From position " + found.first() + " on, at " + found.last() + " at the latest";
        return new Verdict(
                TAMPERED,
                List.of(where + ": " + found.getMessage()),
                !anchors.describe().isEmpty(),
                events,
                header.practice(),
                found.first(),
                found.last());
    }

    boolean isConsistent() {
        return outcome.equals(CONSISTENT);
    }
}
