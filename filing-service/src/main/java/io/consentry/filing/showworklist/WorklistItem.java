package io.consentry.filing.showworklist;

import io.consentry.filing.item.ItemStatus;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** An item as the events left it. Written by {@link WorklistProjector} alone. */
@Entity
@Table(name = "worklist_item")
public class WorklistItem {

    /** What {@link #of} reads of {@code worklist_item w}. */
    public static final String COLUMNS =
            "w.item_id, w.practice, w.pharmacy, w.service, w.status, w.urgency, w.received_at, w.flags,"
                    + " w.decision_position, w.content_hash, w.replaces, w.assignee, w.decided_by_name, w.decided_at,"
                    + " w.final_from, w.withdrawal_asked, w.open_recalls, w.possible_breach, w.version, case"
                    // Hardly any item replaces another, and the planner may look for it among all of the practice's.
                    + " when w.replaces is not null then (select older.status from worklist_item older where"
                    + " older.item_id = w.replaces) end as replaced_status";

    /** How many {@link #COLUMNS} are. */
    public static final int WIDTH = 20;

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

    /** An item as a row of {@link #COLUMNS} has it. By place: a page has many, and names are looked for one by one. */
    public static WorklistItem of(Row row) {
        WorklistItem item = new WorklistItem();
        item.itemId = row.getString(0);
        item.practice = row.getString(1);
        item.pharmacy = row.getString(2);
        item.service = row.getString(3);
        item.status = row.getString(4);
        item.urgency = row.getShort(5);
        item.receivedAt = row.getOffsetDateTime(6).toInstant();
        item.flags = row.getInteger(7);
        item.decisionPosition = row.getLong(8);
        item.contentHash = row.getString(9);
        item.replaces = row.getString(10);
        item.assignee = row.getString(11);
        item.decidedByName = row.getString(12);
        item.decidedAt = instant(row.getOffsetDateTime(13));
        item.finalFrom = instant(row.getOffsetDateTime(14));
        item.withdrawalAsked = row.getString(15);
        item.openRecalls = row.getInteger(16);
        item.possibleBreach = row.getBoolean(17);
        item.version = row.getLong(18);
        item.replacedStatus = row.getString(19);
        return item;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

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
