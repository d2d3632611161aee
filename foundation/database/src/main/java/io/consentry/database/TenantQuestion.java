package io.consentry.database;

/**
 * A question whose rows depend on the organisation that asks, for {@link TenantReads}.
 *
 * <p>Inside, {@code tenant.ods} is the organisation. The question must compare with it, so that the database cannot answer
 * before the organisation is set.
 *
 * @param sql all of the statement
 */
public record TenantQuestion(String sql) {

    private static final String ASKER = "tenant.ods";

    /** Keeps the planner from looking at the rows first: they would be judged before the organisation is set. */
    private static final String AFTERWARDS = " offset 0";

    /**
     * A question.
     *
     * @param select what to read, with a condition on {@code tenant.ods}; may end with a limit
     * @param order of the answer, by columns of the answer; empty where there is none
     */
    public static TenantQuestion of(String select, String order) {
        return new TenantQuestion("with tenant as materialized (select set_config('app.ods', $1, true) as ods)"
                + " select answer.* from tenant, lateral (" + dependent(select) + AFTERWARDS + ") answer"
                + (order.isEmpty() ? "" : " order by " + order));
    }

    /**
     * A question about one thing, which is {@code asked.id} inside: many such questions of many organisations are one
     * statement. The organisation is set anew for each.
     *
     * @param select what to read, with a condition on {@code tenant.ods} for every table in it, and on {@code asked.id} for
     *     those that hold the thing: a table that depends on neither might be read once for all organisations
     * @param order of each answer, by columns of the answer; empty where there is none
     */
    public static AboutOne aboutOne(String select, String order) {
        // Lists that are selected are of unknown length to the planner. Else it plans anew each time, for each length.
        return new AboutOne("with asked as materialized (select * from unnest((select $1::text[]), (select $2::text[]))"
                + " with ordinality a(ods, id, place))"
                + " select answer.*, tenant.place from asked,"
                + " lateral (select set_config('app.ods', asked.ods, true) as ods, asked.place" + AFTERWARDS
                + ") tenant,"
                + " lateral (" + dependent(select) + AFTERWARDS + ") answer"
                + (order.isEmpty() ? "" : " order by " + order));
    }

    private static String dependent(String select) {
        if (!select.contains(ASKER)) {
            throw new IllegalArgumentException("The question does not depend on who asks");
        }
        return select;
    }

    /**
     * A statement for many organisations and things; its last column says for which of them a row is, from 1 on.
     *
     * @param sql all of it
     */
    public record AboutOne(String sql) {}
}
