package io.consentry.gateway.console.moveswitch;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a practice's switches stand, as the suite gives it. */
@RegisterForReflection
public record Switches(String practice, Master master, Map<String, OfService> services) {

    static final String ON = "opted-in";

    public Switches {
        services = new TreeMap<>(services);
    }

    /** The switch of the practice as a whole. */
    @RegisterForReflection
    public record Master(
            String decision,
            @Nullable Instant since,
            @Nullable Long position) {

        public boolean on() {
            return decision.equals(ON);
        }
    }

    /**
     * The switch of one service.
     *
     * @param effective what comes of it and of the practice's own switch together
     */
    @RegisterForReflection
    public record OfService(
            String decision,
            @Nullable Instant since,
            @Nullable Long position,
            String effective) {

        public boolean on() {
            return decision.equals(ON);
        }

        /** Whether messages are taken. */
        public boolean taken() {
            return effective.equals(ON);
        }
    }

    /** The services whose messages are taken now. */
    public List<String> taken() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().taken())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    /** The services whose messages are refused now. */
    public List<String> refused() {
        return services.entrySet().stream()
                .filter(service -> !service.getValue().taken())
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }
}
