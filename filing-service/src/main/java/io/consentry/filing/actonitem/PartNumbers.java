package io.consentry.filing.actonitem;

import io.consentry.web.problem.ProblemType;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the ids that people name parts of an item by into the numbers that events know them by. */
public final class PartNumbers {

    private PartNumbers() {}

    /**
     * The numbers of these parts.
     *
     * @param member of the request, for the refusal
     * @param named ids, absent for none
     * @param known the item's ids in order
     */
    public static List<Integer> of(String member, @Nullable List<String> named, List<String> known) {
        List<String> ids = named == null ? List.of() : named;
        return IntStream.range(0, ids.size())
                .mapToObj(place -> number(member + "[" + place + "]", ids.get(place), known))
                .toList();
    }

    /** The refusal names the place and not the id, which is a stranger's choice of words. */
    private static int number(String place, String id, List<String> known) {
        int index = known.indexOf(id);
        if (index < 0) {
            throw ProblemType.UNKNOWN_ENTRY.because(place + " names nothing of this item.");
        }
        return index + 1;
    }
}
