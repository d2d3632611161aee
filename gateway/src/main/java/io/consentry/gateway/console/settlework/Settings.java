package io.consentry.gateway.console.settlework;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What a practice has settled, or the deployment for it.
 *
 * @param undoSeconds for how long a decision can be taken back before the sender is told
 * @param bulkFiling whether plain items that a reviewer has opened may be filed together
 * @param notesToSenders whether senders read the words beside a rejection
 * @param patientVisible whether patients see what is filed, where the reviewer does not say
 */
@RegisterForReflection
public record Settings(
        long undoSeconds,
        boolean bulkFiling,
        boolean patientVisible,
        boolean notesToSenders,
        @Nullable String fallbackAddress) {}
