package io.consentry.filing.showworklist;

import io.consentry.filing.keepcontent.Part;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The question for one page: filters, the place to go on from, and the worklist's order. */
final class PageStatement {

    private final StringBuilder hql = new StringBuilder("""
            select w, c from WorklistItem w
            left join SealedPart c on c.id.itemId = w.itemId and c.id.part = :part
            where w.practice = :practice""");
    private final Map<String, Object> parameters = new HashMap<>();

    PageStatement(String practice, WorklistFilter filter, @Nullable PageKey after) {
        parameters.put("part", Part.SUMMARY);
        parameters.put("practice", practice);
        status(filter.statuses());
        equal("service", filter.serviceKey());
        equal("pharmacy", filter.pharmacyCode());
        if (filter.flagged != null) {
            hql.append(filter.flagged ? " and w.flags > 0" : " and w.flags = 0");
        }
        if (filter.recalled != null) {
            hql.append(filter.recalled ? " and w.openRecalls > 0" : " and w.openRecalls = 0");
        }
        equal("assignee", filter.assignee);
        compare("receivedAt >= :receivedFrom", "receivedFrom", filter.from());
        compare("receivedAt < :receivedBefore", "receivedBefore", filter.before());
        if (after != null) {
            // As a row value: the database walks the index from there. Spelt with "or" it would read all before it.
            hql.append(" and (w.urgency, w.receivedAt, w.itemId) > (:urgency, :receivedAt, :itemId)");
            parameters.put("urgency", after.urgency());
            parameters.put("receivedAt", after.receivedAt());
            parameters.put("itemId", after.itemId());
        }
        hql.append(" order by w.urgency, w.receivedAt, w.itemId");
    }

    String hql() {
        return hql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** One status as an equality: then the index gives the order, and nothing is sorted. */
    private void status(List<String> statuses) {
        if (statuses.size() == 1) {
            equal("status", statuses.get(0));
        } else {
            hql.append(" and w.status in (:statuses)");
            parameters.put("statuses", statuses);
        }
    }

    private void compare(String condition, String parameter, @Nullable Instant time) {
        if (time != null) {
            hql.append(" and w.").append(condition);
            parameters.put(parameter, time);
        }
    }

    private void equal(String field, @Nullable String value) {
        if (value != null) {
            hql.append(" and w.").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
