package io.consentry.consent.keepevents;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next where to go on; nowhere, where it was the last
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    /**
     * Reads a page, and one row more: whether there is one tells whether another page follows.
     *
     * @param read gives at most so many rows
     */
    public static <T> Page<T> of(int limit, IntFunction<List<T>> read, ToLongFunction<T> position) {
        List<T> rows = read.apply(limit + 1);
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> page = rows.subList(0, limit);
        return new Page<>(page, Long.toString(position.applyAsLong(page.get(limit - 1))));
    }
}
