package io.consentry.filing;

import io.consentry.eventstore.EventSourcing;
import io.consentry.filing.item.Actor;
import io.consentry.filing.item.FilingRetracted;
import io.consentry.filing.item.Item;
import io.consentry.filing.item.ItemEvent;
import io.consentry.filing.item.ItemFiled;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemRejected;
import io.consentry.filing.item.ItemReplaced;
import io.consentry.filing.item.ItemWithdrawn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Very many items, put into the store as they would stand there after weeks of work, in every state. */
final class SeededItems {

    private static final int BATCH = 500;
    private static final int STATES = 7;
    private static final Instant RECEIVED = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor ADA = new Actor("ada", "Ada", "practice", "T00001");

    private final EventSourcing events;

    SeededItems(EventSourcing events) {
        this.events = events;
    }

    /** So many items with this code in their third entry, an equal share in each state, over some practices. */
    List<String> with(String code, int count, String practicePrefix) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < count; from += BATCH) {
            List<String> batch = new ArrayList<>();
            for (int number = from; number < Math.min(count, from + BATCH); number++) {
                batch.add(UUID.randomUUID().toString());
            }
            int first = from;
            events.runInUnitOfWork(() -> {
                List<DomainEventMessage<?>> past = new ArrayList<>();
                for (int place = 0; place < batch.size(); place++) {
                    past.addAll(
                            past(batch.get(place), practicePrefix + (first + place) % 50, (first + place) % STATES));
                }
                events.eventStore().publish(past);
                index(events.currentConnection(), batch, code);
                return true;
            });
            ids.addAll(batch);
        }
        return ids;
    }

    private static List<DomainEventMessage<?>> past(String id, String practice, int state) {
        List<ItemEvent> events = new ArrayList<>();
        events.add(new ItemReceived(
                id,
                practice,
                "FQW30",
                "contraception",
                RECEIVED,
                12,
                false,
                5,
                0,
                List.of(),
                "ab".repeat(32),
                null,
                0));
        Instant later = RECEIVED.plusSeconds(600);
        Instant never = later.plus(Duration.ofDays(100_000));
        switch (state) {
            case 1 ->
                events.add(new ItemFiled(id, practice, List.of(), List.of(), true, null, null, ADA, later, never));
            case 2 ->
                events.add(new ItemFiled(id, practice, List.of(1), List.of(), true, null, null, ADA, later, never));
            case 3 -> events.add(new ItemRejected(id, practice, "other", null, ADA, later, never));
            case 4 -> events.add(new ItemReplaced(id, practice, "newer", later));
            case 5 -> events.add(new ItemWithdrawn(id, practice, "other", later));
            case 6 -> {
                events.add(new ItemFiled(id, practice, List.of(), List.of(), true, null, null, ADA, later, never));
                events.add(new FilingRetracted(id, practice, "other", "pending", null, ADA, later));
            }
            default -> {
                // stays pending
            }
        }
        List<DomainEventMessage<?>> past = new ArrayList<>();
        for (ItemEvent event : events) {
            past.add(new GenericDomainEventMessage<>(Item.class.getSimpleName(), id, past.size(), event));
        }
        return past;
    }

    private static void index(Connection transaction, List<String> ids, String code) throws SQLException {
        try (PreparedStatement add =
                transaction.prepareStatement("insert into item_code (code, item_id, entry) values (?, ?, 3)")) {
            for (String id : ids) {
                add.setString(1, code);
                add.setString(2, id);
                add.addBatch();
            }
            add.executeBatch();
        }
    }
}
