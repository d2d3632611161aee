package io.consentry.filing.recallitems;

/** Which items a recall means, of such as no table shows yet. */
final class MeantByRecall {

    /** Holds {@code came} (item_id, pharmacy, service, received_at) against the recall {@code r}. */
    static final String CONDITION = """
            came.received_at < r.received_to
            and came.received_at >= coalesce(r.received_from, '-infinity'::timestamptz)
            and came.pharmacy = coalesce(r.pharmacy, came.pharmacy)
            and came.service = coalesce(r.service, came.service)
            and (r.system is null or exists (
                select from item_system s where s.item_id = came.item_id and s.system = r.system))
            and (cardinality(r.codes) = 0 or exists (
                select from item_code c where c.item_id = came.item_id and c.code = any (r.codes)))""";

    private MeantByRecall() {}
}
