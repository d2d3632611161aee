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
        if (!select.contains(ASKER)) {
            throw new IllegalArgumentException("The question does not depend on who asks");
        }
        return new TenantQuestion("with tenant as materialized (select set_config('app.ods', $1, true) as ods)"
                + " select answer.* from tenant, lateral (" + select + AFTERWARDS + ") answer"
                + (order.isEmpty() ? "" : " order by " + order));
    }
}
