package io.consentry.filing.showworklist;

import io.consentry.filing.keepcontent.Part;
import io.consentry.filing.keepcontent.SealedPart;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * A line of the worklist before its summary is opened.
 *
 * @param summary absent when the content was erased
 */
record WorklistLine(WorklistItem item, @Nullable SealedPart summary) {

    static final String SELECT = "select " + WorklistItem.COLUMNS + ", c.key_id, c.sealed from worklist_item w"
            + " left join item_content c on c.item_id = w.item_id and c.part = '" + Part.SUMMARY + "'";

    static WorklistLine of(Row row) {
        WorklistItem item = WorklistItem.of(row);
        Long keyId = row.getLong("key_id");
        return new WorklistLine(
                item,
                keyId == null
                        ? null
                        : SealedPart.of(
                                item.itemId(),
                                Part.SUMMARY,
                                item.practice(),
                                keyId,
                                row.getBuffer("sealed").getBytes()));
    }
}
