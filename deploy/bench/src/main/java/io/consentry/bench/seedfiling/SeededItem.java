package io.consentry.bench.seedfiling;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.database.TimeOrderedId;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An item with its past.
 *
 * @param events from its arrival on
 */
record SeededItem(String id, String practice, Consultation consultation, List<ItemEvent> events) {

    private static final Duration UNTIL_FILED = Duration.ofHours(3);
    private static final Duration UNDO = Duration.ofMinutes(2);

    /** A new one. */
    static SeededItem of(int number, String practice, Instant receivedAt, boolean filed) {
        String id = TimeOrderedId.at(receivedAt).toString();
        Consultation consultation = SeededConsultation.of(number);
        List<ItemEvent> events = new ArrayList<>();
        events.add(new ItemReceived(
                id,
                practice,
                SeededConsultation.PHARMACY,
                consultation.service(),
                receivedAt,
                1,
                SeededConsultation.isUrgent(number),
                consultation.entries().size(),
                consultation.flags().size(),
                List.of(),
                "ab".repeat(32),
                null,
                (int) consultation.entries().stream().filter(SeededItem::asks).count()));
        if (filed) {
            Instant at = receivedAt.plus(UNTIL_FILED);
            Actor by = new Actor("practice-at-" + practice, "Dr Tomas Lind", "practice", practice);
            events.add(new ItemFiled(id, practice, List.of(), List.of(), true, null, null, by, at, at.plus(UNDO)));
        }
        return new SeededItem(id, practice, consultation, events);
    }

    boolean isPending() {
        return events.size() == 1;
    }

    List<String> texts(String heading) {
        return consultation.entries().stream()
                .filter(entry -> heading.equals(entry.heading()))
                .map(Entry::text)
                .toList();
    }

    private static boolean asks(Entry entry) {
        return "plan-and-requested-actions".equals(entry.heading());
    }
}
