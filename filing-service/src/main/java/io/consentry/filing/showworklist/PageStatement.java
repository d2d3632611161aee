package io.consentry.filing.showworklist;

import io.consentry.database.TenantQuestion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question for one page: filters, the place to go on from, and the worklist's order. */
final class PageStatement {

    private final StringBuilder sql = new StringBuilder(WorklistLine.SELECT + " where w.practice = tenant.ods");
    private final List<Object> parameters = new ArrayList<>();

    PageStatement(WorklistFilter filter, @Nullable PageKey after, int limit) {
        status(filter.statuses());
        compare("w.service =", filter.serviceKey());
        compare("w.pharmacy =", filter.pharmacyCode());
        if (filter.flagged != null) {
            sql.append(filter.flagged ? " and w.flags > 0" : " and w.flags = 0");
        }
        if (filter.recalled != null) {
            sql.append(filter.recalled ? " and w.open_recalls > 0" : " and w.open_recalls = 0");
        }
        compare("w.assignee =", filter.assignee);
        compare("w.received_at >=", time(filter.from()));
        compare("w.received_at <", time(filter.before()));
        if (after != null) {
            // As a row value: the database walks the index from there. Spelt with "or" it would read all before it.
            sql.append(" and (w.urgency, w.received_at, w.item_id) > (")
                    .append(parameter(after.urgency()))
                    .append(", ")
                    .append(parameter(after.receivedAt().atOffset(ZoneOffset.UTC)))
                    .append(", ")
                    .append(parameter(after.itemId()))
                    .append(')');
        }
        sql.append(" order by w.urgency, w.received_at, w.item_id limit ").append(parameter(limit));
    }

    TenantQuestion question() {
        return TenantQuestion.of(sql.toString(), "urgency, received_at, item_id");
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** One status as an equality: then the index gives the order, and nothing is sorted. */
    private void status(List<String> statuses) {
        if (statuses.size() == 1) {
            compare("w.status =", statuses.get(0));
        } else {
            sql.append(" and w.status = any (")
                    .append(parameter(statuses.toArray(String[]::new)))
                    .append(')');
        }
    }

    private static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private void compare(String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition).append(' ').append(parameter(value));
        }
    }

    /** The organisation comes before all others. */
    private String parameter(Object value) {
        parameters.add(value);
        return "$" + (parameters.size() + 1);
    }
}
