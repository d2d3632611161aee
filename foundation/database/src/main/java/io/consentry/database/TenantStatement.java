package io.consentry.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One statement in the name of one organisation, in a transaction of its own and in one round trip: where it begins, for
 * whom, the statement and the commit are sent together, since none of them depends on the answer to another.
 *
 * <p>Keeps the habits of {@link TenantTransactions}. Where a step fails the database refuses those after it and turns the
 * commit into a rollback, so the connection goes back clean whatever happened.
 */
@ApplicationScoped
public class TenantStatement {

    private static final String ACT_AS =
            "select set_config('app.ods', $1, true) || set_config('statement_timeout', $2, true)";

    private final Pool database;
    private final String statementTimeoutMillis;

    TenantStatement(
            Pool database,
            @ConfigProperty(name = "consentry.database.statement-timeout", defaultValue = "10s")
                    Duration statementTimeout) {
        this.database = database;
        this.statementTimeoutMillis = Long.toString(statementTimeout.toMillis());
    }

    /**
     * Runs the statement as the organisation; completes when it is committed.
     *
     * @param ods the only organisation whose rows it can see or write
     * @param sql under 2,048 characters, beyond which the client would prepare it anew each time
     */
    public Uni<RowSet<Row>> run(String ods, String sql, Tuple parameters) {
        // A caller that goes away must not cancel what runs: nothing reaches the database's answer from here.
        return Uni.createFrom().emitter(emitter -> database.getConnection()
                .compose(connection -> inOneRoundTrip(connection, ods, sql, parameters))
                .onComplete(emitter::complete, emitter::fail));
    }

    private Future<RowSet<Row>> inOneRoundTrip(SqlConnection connection, String ods, String sql, Tuple parameters) {
        Future<?> begun = connection.query("begin").execute();
        Future<?> acting = connection.preparedQuery(ACT_AS).execute(Tuple.of(ods, statementTimeoutMillis));
        Future<RowSet<Row>> done = connection.preparedQuery(sql).execute(parameters);
        Future<?> committed = connection.query("commit").execute();
        return Future.join(begun, acting, done, committed)
                .onComplete(ended -> connection.close())
                .map(all -> done.result());
    }
}
