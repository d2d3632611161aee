package io.consentry.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists in JSON: whoever writes a consultation may leave out those that hold nothing. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
