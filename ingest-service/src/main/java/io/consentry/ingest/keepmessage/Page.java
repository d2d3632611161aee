package io.consentry.ingest.keepmessage;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows in the order of their ids.
 *
 * @param next the id after which the next page begins; absent at the end
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    /** Of rows of which one more than the limit was asked for: it tells whether there are more. */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, UUID> id) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, limit);
        return new Page<>(shown, id.apply(shown.get(limit - 1)).toString());
    }
}
