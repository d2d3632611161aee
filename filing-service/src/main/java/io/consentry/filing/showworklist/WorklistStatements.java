package io.consentry.filing.showworklist;

/** How events change {@code worklist_item}. Every update ends with the version, the item, and the version again. */
final class WorklistStatements {

    static final String RECEIVED = """
            insert into worklist_item (item_id, practice, pharmacy, service, status, urgency, received_at, flags,
                entries, decision_position, content_hash, replaces, requested_actions, version)
            values (?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (item_id) do nothing""";

    static final String DECIDED = """
            update worklist_item
            set status = ?, possible_breach = ?, decided_by = ?, decided_by_name = ?, decided_at = ?, final_from = ?, version = ?
            where item_id = ? and version < ?""";

    static final String UNDONE = """
            update worklist_item
            set status = ?, possible_breach = ?, decided_by = null, decided_by_name = null, decided_at = null, final_from = null, version = ?
            where item_id = ? and version < ?""";

    static final String ASSIGNED =
            "update worklist_item set assignee = ?, version = ? where item_id = ? and version < ?";

    static final String WITHDRAWAL_ASKED =
            "update worklist_item set withdrawal_asked = ?, version = ? where item_id = ? and version < ?";

    static final String RECALLS =
            "update worklist_item set open_recalls = open_recalls + ?, version = ? where item_id = ? and version < ?";

    static final String NOTHING_SHOWN = "update worklist_item set version = ? where item_id = ? and version < ?";

    private WorklistStatements() {}
}
