package io.consentry.database;

import io.consentry.gather.Gathering;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question about one thing of one organisation, under row-level security. Those that come at the same moment, of whichever
 * organisation, are one statement: see {@link TenantReads#gathered}.
 */
public final class GatheredQuestion {

    private static final int MOST_IN_A_STATEMENT = 50;

    /** Waited for only where so many ask that the machine is busy. */
    private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(5);

    /** The class of states that a value brings about. */
    private static final String WRONG_VALUE = "22";

    private final Pool pool;
    private final TenantQuestion.AboutOne question;
    private final Gathering<About, List<Row>> together;

    GatheredQuestion(Vertx vertx, Pool pool, TenantQuestion.AboutOne question) {
        this.pool = pool;
        this.question = question;
        this.together = new Gathering<>(
                vertx, MOST_IN_A_STATEMENT, WAIT_FOR_OTHERS, this::askTogether, GatheredQuestion::isOfOneQuestion);
    }

    /**
     * The rows that the organisation may see.
     *
     * @param ods the only organisation whose rows are found
     */
    public Uni<List<Row>> ask(String ods, String id) {
        return together.ask(new About(ods, id));
    }

    private Uni<List<List<Row>>> askTogether(List<About> all) {
        Tuple values = Tuple.tuple()
                .addArrayOfString(all.stream().map(About::ods).toArray(String[]::new))
                .addArrayOfString(all.stream().map(About::id).toArray(String[]::new));
        return pool.preparedQuery(question.sql()).execute(values).map(rows -> answers(all.size(), rows));
    }

    private static boolean isOfOneQuestion(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().startsWith(WRONG_VALUE);
    }

    private static List<List<Row>> answers(int questions, RowSet<Row> rows) {
        List<List<Row>> answers =
                Stream.<List<Row>>generate(ArrayList::new).limit(questions).toList();
        for (Row row : rows) {
            answers.get(row.getLong(row.size() - 1).intValue() - 1).add(row);
        }
        return answers;
    }

    private record About(String ods, String id) {}
}
