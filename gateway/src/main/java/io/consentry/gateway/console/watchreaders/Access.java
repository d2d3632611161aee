package io.consentry.gateway.console.watchreaders;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read something of the log.
 *
 * @param what the call
 * @param asked what was asked for, by name
 */
@RegisterForReflection
record Access(
        long number,
        Instant at,
        Reader actor,
        String what,
        @Nullable Map<String, Object> asked) {

    /** Who it was. */
    @RegisterForReflection
    record Reader(String id, String role, String ods) {}

    /** A page of them, the oldest first. */
    @RegisterForReflection
    record Page(List<Access> accesses, @Nullable String next) {}

    public String askedFor() {
        return asked == null
                ? ""
                : new TreeMap<>(asked)
                        .entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .collect(Collectors.joining(", "));
    }
}
