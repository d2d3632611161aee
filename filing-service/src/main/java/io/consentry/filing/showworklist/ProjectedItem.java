package io.consentry.filing.showworklist;

import io.consentry.filing.item.Actor;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ItemStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code worklist_item} while events change it; written by {@link WorklistTable}. */
final class ProjectedItem {

    private static final long NOTHING_APPLIED = -1;

    final String itemId;
    String practice = "";
    String pharmacy = "";
    String service = "";
    String status = ItemStatus.PENDING.word();
    short urgency;
    Instant receivedAt = Instant.EPOCH;
    int flags;
    int entries;
    long decisionPosition;
    String contentHash = "";

    @Nullable String replaces;

    int requestedActions;

    @Nullable String assignee;

    @Nullable String decidedBy;

    @Nullable String decidedByName;

    @Nullable Instant decidedAt;

    @Nullable Instant finalFrom;

    @Nullable String withdrawalAsked;

    int openRecalls;
    boolean possibleBreach;
    long version = NOTHING_APPLIED;

    ProjectedItem(String itemId) {
        this.itemId = itemId;
    }

    void received(ItemReceived event) {
        practice = event.practice();
        pharmacy = event.pharmacy();
        service = event.service();
        urgency = Urgency.of(event.urgent());
        receivedAt = event.receivedAt();
        flags = event.flags();
        entries = event.entries();
        decisionPosition = event.decisionPosition();
        contentHash = event.contentHash();
        replaces = event.replaces();
        requestedActions = event.requestedActions();
    }

    void decided(ItemStatus now, @Nullable Actor by, Instant at, @Nullable Instant undoableUntil, boolean breach) {
        status = now.word();
        decidedBy = by == null ? null : by.id();
        decidedByName = by == null ? null : by.name();
        decidedAt = at;
        finalFrom = undoableUntil;
        possibleBreach = breach;
    }

    void undecided(String backTo, boolean breach) {
        status = backTo;
        decidedBy = null;
        decidedByName = null;
        decidedAt = null;
        finalFrom = null;
        possibleBreach = breach;
    }
}
