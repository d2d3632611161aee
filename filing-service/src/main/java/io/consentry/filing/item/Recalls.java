package io.consentry.filing.item;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The recalls that found an item. Apart from its state: a recall finds items in every state and moves none.
 *
 * @param confirmed by recall, whether the practice has looked at the item again
 */
record Recalls(Map<String, Boolean> confirmed) {

    static final Recalls NONE = new Recalls(Map.of());

    Recalls {
        confirmed = Map.copyOf(confirmed);
    }

    /** Being found twice by the same recall is no news. */
    List<ItemEvent> recall(RecallItem command) {
        return confirmed.containsKey(command.recallId())
                ? List.of()
                : List.of(new ItemRecalled(
                        command.itemId(),
                        command.practice(),
                        command.recallId(),
                        command.entries(),
                        command.by(),
                        command.at()));
    }

    /** Confirming twice is no news; what was never recalled cannot be confirmed. */
    List<ItemEvent> confirm(ConfirmRecall command) {
        Boolean before = confirmed.get(command.recallId());
        if (before == null) {
            throw new ActRefused(new Refusal.NotRecalled());
        }
        return before
                ? List.of()
                : List.of(new RecallConfirmed(
                        command.itemId(),
                        command.practice(),
                        command.recallId(),
                        command.outcome().word(),
                        command.by(),
                        command.at()));
    }

    Recalls evolve(ItemEvent event) {
        if (event instanceof ItemRecalled recalled) {
            return with(recalled.recallId(), false);
        }
        return event instanceof RecallConfirmed seen ? with(seen.recallId(), true) : this;
    }

    private Recalls with(String recallId, boolean isConfirmed) {
        Map<String, Boolean> changed = new HashMap<>(confirmed);
        changed.put(recallId, isConfirmed);
        return new Recalls(changed);
    }
}
