package io.consentry.filing.comparereplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.consentry.consultation.Coding;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void between_tellsWhatIsChanged_added_andRemoved_whateverTheIds() {
        List<Entry> older = List.of(
                note("a", "clinical-summary", "as before"),
                note("b", "history", "none"),
                measured("c", "703421000", "38.7"),
                measured("d", "27113001", "70"));
        List<Entry> newer = List.of(
                note("e", "clinical-summary", "as before"),
                measured("f", "703421000", "37.8"),
                measured("g", "50373000", "170"));

        assertThat(Difference.between(older, newer))
                .extracting(
                        Difference::change, difference -> id(difference.before()), difference -> id(difference.after()))
                .containsExactly(
                        tuple("changed", "c", "f"),
                        tuple("added", null, "g"),
                        tuple("removed", "b", null),
                        tuple("removed", "d", null));
    }

    @Test
    void between_pairsEntriesOfOneKind_inTheirOrder() {
        List<Entry> older = List.of(note("a", "history", "one"), note("b", "history", "two"));
        List<Entry> newer =
                List.of(note("c", "history", "one"), note("d", "history", "three"), note("e", "history", "four"));

        assertThat(Difference.between(older, newer))
                .extracting(Difference::change, difference -> id(difference.before()))
                .containsExactly(tuple("changed", "b"), tuple("added", null));
        assertThat(Difference.between(older, older)).isEmpty();
    }

    private static @Nullable String id(@Nullable Entry entry) {
        return entry == null ? null : entry.id();
    }

    private static Entry note(String id, String heading, String text) {
        return new Entry(id, EntryKind.NOTE, heading, null, text, null, null, "completed", List.of(), null, null);
    }

    private static Entry measured(String id, String code, String number) {
        return new Entry(
                id,
                EntryKind.OBSERVATION,
                null,
                new Coding("http://snomed.info/sct", code, null),
                null,
                new Entry.Value(number, null, null, null, null),
                null,
                "final",
                List.of(),
                null,
                null);
    }
}
