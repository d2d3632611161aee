package io.consentry.filing.comparereplacement;

import io.consentry.consultation.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry that is not the same in two documents.
 *
 * @param change {@code added}, {@code removed} or {@code changed}
 * @param before as the replaced document says it
 * @param after as the newer one does
 */
@Schema(name = "EntryDifference")
public record Difference(
        @Schema(examples = {"added", "removed", "changed"}) String change,

        @Nullable Entry before,
        @Nullable Entry after) {

    /**
     * What differs, in the order of the newer document, what it leaves out last. A sender gives the entries of a new
     * document new ids, so they are paired by what they are about: kind, heading and code, in their order.
     */
    static List<Difference> between(List<Entry> older, List<Entry> newer) {
        Map<List<Object>, List<Entry>> unpaired = new LinkedHashMap<>();
        older.forEach(entry -> unpaired.computeIfAbsent(subject(entry), key -> new ArrayList<>())
                .add(entry));
        List<Difference> differences = new ArrayList<>();
        for (Entry entry : newer) {
            List<Entry> candidates = unpaired.getOrDefault(subject(entry), List.of());
            Entry before = candidates.isEmpty() ? null : candidates.remove(0);
            if (before == null) {
                differences.add(new Difference("added", null, entry));
            } else if (!said(before).equals(said(entry))) {
                differences.add(new Difference("changed", before, entry));
            }
        }
        unpaired.values()
                .forEach(left -> left.forEach(entry -> differences.add(new Difference("removed", entry, null))));
        return differences;
    }

    private static List<Object> subject(Entry entry) {
        return Arrays.asList(
                entry.kind(),
                entry.heading(),
                entry.code() == null ? null : entry.code().system(),
                entry.code() == null ? null : entry.code().code());
    }

    /** All but its id, and how the sender's system words the code. */
    private static List<Object> said(Entry entry) {
        return Arrays.asList(
                entry.text(),
                entry.value(),
                entry.date(),
                entry.status(),
                entry.parts(),
                entry.medicine(),
                entry.attachment(),
                entry.details());
    }

    /** Prints nothing clinical. */
    @Override
    public String toString() {
        return "Difference[" + change + "]";
    }
}
