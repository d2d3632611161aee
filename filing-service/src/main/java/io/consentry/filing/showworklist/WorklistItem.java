package io.consentry.filing.showworklist;

import io.consentry.filing.item.ItemStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** An item as the events left it. Written by {@link WorklistProjector} alone. */
@Entity
@Table(name = "worklist_item")
public class WorklistItem {

    @Id
    @Column(name = "item_id")
    String itemId;

    @Column(name = "practice")
    String practice;

    @Column(name = "pharmacy")
    String pharmacy;

    @Column(name = "service")
    String service;

    @Column(name = "status")
    String status;

    @Column(name = "urgency")
    short urgency;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "flags")
    int flags;

    @Column(name = "decision_position")
    long decisionPosition;

    @Column(name = "content_hash")
    String contentHash;

    @Nullable @Column(name = "replaces")
    String replaces;

    @Nullable @Column(name = "assignee")
    String assignee;

    @Nullable @Column(name = "decided_by_name")
    String decidedByName;

    @Nullable @Column(name = "decided_at")
    Instant decidedAt;

    @Nullable @Column(name = "final_from")
    Instant finalFrom;

    @Nullable @Formula("(select older.status from worklist_item older where older.item_id = replaces)")
    String replacedStatus;

    @Nullable @Column(name = "withdrawal_asked")
    String withdrawalAsked;

    @Column(name = "open_recalls")
    int openRecalls;

    @Column(name = "possible_breach")
    boolean possibleBreach;

    @Column(name = "version")
    long version;

    /** For Hibernate. */
    WorklistItem() {}

    public String itemId() {
        return itemId;
    }

    public String practice() {
        return practice;
    }

    public String pharmacy() {
        return pharmacy;
    }

    public String service() {
        return service;
    }

    public ItemStatus status() {
        return ItemStatus.of(status).orElseThrow();
    }

    public boolean isPending() {
        return status() == ItemStatus.PENDING;
    }

    public boolean urgent() {
        return urgency == Urgency.SAME_DAY;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public int flags() {
        return flags;
    }

    public long decisionPosition() {
        return decisionPosition;
    }

    public String contentHash() {
        return contentHash;
    }

    public @Nullable String replaces() {
        return replaces;
    }

    public int openRecalls() {
        return openRecalls;
    }

    public boolean possibleBreach() {
        return possibleBreach;
    }

    public @Nullable String assignee() {
        return assignee;
    }

    public @Nullable String decidedByName() {
        return decidedByName;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Instant finalFrom() {
        return finalFrom;
    }

    /** What became of the item that this one replaces. */
    public @Nullable ItemStatus replacedStatus() {
        return replacedStatus == null ? null : ItemStatus.of(replacedStatus).orElseThrow();
    }

    public @Nullable String withdrawalAsked() {
        return withdrawalAsked;
    }

    public long version() {
        return version;
    }
}
