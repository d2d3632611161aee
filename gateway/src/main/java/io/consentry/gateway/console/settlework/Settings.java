package io.consentry.gateway.console.settlework;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a practice has settled, or the deployment for it.
 *
 * @param undoSeconds for how long a decision can be taken back before the sender is told
 * @param bulkFiling whether plain items that a reviewer has opened may be filed together
 * @param notesToSenders whether senders read the words beside a rejection
 * @param patientVisible whether patients see what is filed, where the reviewer does not say
 * @param preTicked keys of the kinds that are filed where the reviewer does not say, by service; of others, all are
 */
@RegisterForReflection
public record Settings(
        long undoSeconds,
        boolean bulkFiling,
        boolean patientVisible,
        boolean notesToSenders,
        @Nullable String fallbackAddress,
        @Nullable Map<String, List<String>> preTicked) {

    /** What one click does to an item of this service. */
    public UsualFiling usually(String service) {
        return new UsualFiling(
                Arrays.stream(EntryKind.values())
                        .filter(kind -> !files(service, kind))
                        .toList(),
                !patientVisible);
    }

    /** The services of which the practice has settled what is filed. */
    Set<String> named() {
        return preTicked == null ? Set.of() : preTicked.keySet();
    }

    private boolean files(String service, EntryKind kind) {
        List<String> kinds = preTicked == null ? null : preTicked.get(service);
        return kinds == null || kinds.contains(kind.key());
    }
}
