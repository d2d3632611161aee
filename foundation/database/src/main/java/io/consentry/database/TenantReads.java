package io.consentry.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Single questions in the name of one organisation, under PostgreSQL's row-level security, in one round trip.
 *
 * <p>A transaction around a question costs three more round trips, which is most of the question. Here the statement names
 * the organisation itself: it sets the organisation for its own implicit transaction, and what it reads depends on that
 * value, so that no row is looked at before. The setting ends with the statement, and nobody else meets it.
 *
 * <p>Only for reading: a row that is written is checked by its policy at another moment. How long a statement may take is
 * limited where connections are made. A client that goes away does not cancel it.
 */
@ApplicationScoped
public class TenantReads {

    private final Vertx vertx;
    private final Pool pool;

    TenantReads(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** A question that many ask about one thing each. */
    public GatheredQuestion gathered(TenantQuestion.AboutOne question) {
        return new GatheredQuestion(vertx, pool, question);
    }

    /**
     * The rows that the organisation may see.
     *
     * @param ods the only organisation whose rows are found
     * @param question as {@link TenantQuestion} makes it, with parameters from {@code $2} on
     */
    public Uni<List<Row>> as(String ods, TenantQuestion question, Object... parameters) {
        Tuple values = Tuple.tuple();
        values.addValue(ods);
        for (Object parameter : parameters) {
            values.addValue(parameter);
        }
        return pool.preparedQuery(question.sql()).execute(values).map(rows -> {
            List<Row> found = new ArrayList<>(rows.size());
            rows.forEach(found::add);
            return found;
        });
    }
}
