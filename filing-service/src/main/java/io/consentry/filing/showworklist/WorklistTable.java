package io.consentry.filing.showworklist;

import io.consentry.filing.writerows.ManyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows of {@code worklist_item}: one statement each, however many items. */
final class WorklistTable {

    /** The list is selected, so that the planner does not count it and keeps one plan. */
    private static final String LOAD = """
        select item_id, practice, pharmacy, service, status, urgency, received_at, flags, entries, decision_position,
            content_hash, replaces, requested_actions, assignee, decided_by, decided_by_name, decided_at, final_from,
            withdrawal_asked, open_recalls, possible_breach, version
        from worklist_item where item_id = any ((select ?::text[])::text[])\
        """;

    private static final String LOAD_TO_WRITE_AHEAD = LOAD + " and " + WritingAhead.MAY;

    /** What was applied before, or later, changes nothing. */
    private static final String NEWER = """
        (item_id) do update set status = excluded.status, assignee = excluded.assignee,
            decided_by = excluded.decided_by, decided_by_name = excluded.decided_by_name,
            decided_at = excluded.decided_at, final_from = excluded.final_from,
            withdrawal_asked = excluded.withdrawal_asked, open_recalls = excluded.open_recalls,
            possible_breach = excluded.possible_breach, version = excluded.version
        where worklist_item.version < excluded.version\
        """;

    private static final ManyRows<ProjectedItem> ROWS = ManyRows.<ProjectedItem>of("worklist_item")
            .column("item_id", "text", item -> item.itemId)
            .column("practice", "text", item -> item.practice)
            .column("pharmacy", "text", item -> item.pharmacy)
            .column("service", "text", item -> item.service)
            .column("status", "text", item -> item.status)
            .column("urgency", "smallint", item -> item.urgency)
            .column("received_at", "timestamptz", item -> item.receivedAt)
            .column("flags", "integer", item -> item.flags)
            .column("entries", "integer", item -> item.entries)
            .column("decision_position", "bigint", item -> item.decisionPosition)
            .column("content_hash", "text", item -> item.contentHash)
            .column("replaces", "text", item -> item.replaces)
            .column("requested_actions", "integer", item -> item.requestedActions)
            .column("assignee", "text", item -> item.assignee)
            .column("decided_by", "text", item -> item.decidedBy)
            .column("decided_by_name", "text", item -> item.decidedByName)
            .column("decided_at", "timestamptz", item -> item.decidedAt)
            .column("final_from", "timestamptz", item -> item.finalFrom)
            .column("withdrawal_asked", "text", item -> item.withdrawalAsked)
            .column("open_recalls", "integer", item -> item.openRecalls)
            .column("possible_breach", "boolean", item -> item.possibleBreach)
            .column("version", "bigint", item -> item.version)
            .onConflict(NEWER);

    private WorklistTable() {}

    /** Those of these items that have a row, by id. */
    static Map<String, ProjectedItem> load(Connection transaction, Collection<String> ids) throws SQLException {
        return ids.isEmpty() ? new HashMap<>() : load(transaction, LOAD, ids);
    }

    /** The same, or none where nobody may write {@linkplain WritingAhead ahead} now. */
    static Map<String, ProjectedItem> loadToWriteAhead(Connection transaction, Collection<String> ids)
            throws SQLException {
        return load(transaction, LOAD_TO_WRITE_AHEAD, ids);
    }

    private static Map<String, ProjectedItem> load(Connection transaction, String statement, Collection<String> ids)
            throws SQLException {
        Map<String, ProjectedItem> items = new HashMap<>();
        try (PreparedStatement ask = transaction.prepareStatement(statement)) {
            ask.setArray(1, transaction.createArrayOf("text", ids.toArray()));
            try (ResultSet row = ask.executeQuery()) {
                while (row.next()) {
                    ProjectedItem item = read(row);
                    items.put(item.itemId, item);
                }
            }
        }
        return items;
    }

    static void write(Connection transaction, Collection<ProjectedItem> items) throws SQLException {
        ROWS.insert(transaction, items);
    }

    private static ProjectedItem read(ResultSet row) throws SQLException {
        ProjectedItem item = new ProjectedItem(row.getString("item_id"));
        item.practice = row.getString("practice");
        item.pharmacy = row.getString("pharmacy");
        item.service = row.getString("service");
        item.status = row.getString("status");
        item.urgency = row.getShort("urgency");
        item.receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        item.flags = row.getInt("flags");
        item.entries = row.getInt("entries");
        item.decisionPosition = row.getLong("decision_position");
        item.contentHash = row.getString("content_hash");
        item.replaces = row.getString("replaces");
        item.requestedActions = row.getInt("requested_actions");
        item.assignee = row.getString("assignee");
        item.decidedBy = row.getString("decided_by");
        item.decidedByName = row.getString("decided_by_name");
        item.decidedAt = time(row, "decided_at");
        item.finalFrom = time(row, "final_from");
        item.withdrawalAsked = row.getString("withdrawal_asked");
        item.openRecalls = row.getInt("open_recalls");
        item.possibleBreach = row.getBoolean("possible_breach");
        item.version = row.getLong("version");
        return item;
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
