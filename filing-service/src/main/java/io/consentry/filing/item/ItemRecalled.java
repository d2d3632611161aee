package io.consentry.filing.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * A recall found the item: the practice must look at it again.
 *
 * @param entries numbers of the entries whose codes match; empty where the recall names no code
 * @param by the operator who opened the recall
 */
@RegisterForReflection
public record ItemRecalled(String itemId, String practice, String recallId, List<Integer> entries, Actor by, Instant at)
        implements ItemEvent {

    public ItemRecalled {
        entries = List.copyOf(entries);
    }
}
