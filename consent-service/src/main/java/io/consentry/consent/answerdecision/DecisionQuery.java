package io.consentry.consent.answerdecision;

import io.consentry.consent.answerdecision.Decisions.Answer;
import io.consentry.consent.answerdecision.Decisions.Question;
import io.consentry.consent.events.Decision;
import io.consentry.consent.listorganisations.FirstUse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is in force, in one statement begun after the question arrived. Never cached and never shared with another
 * question: that is what makes an acknowledged opt-out final.
 */
@ApplicationScoped
class DecisionQuery {

    private static final String IN_FORCE = "left join lateral (select d.decision, d.position from switch_decision d"
            + " where d.practice = asked.practice and d.service = %s and d.cancelled_by is null and d.effective_from <= log.at"
            + " order by d.effective_from desc, d.position desc limit 1) %s on true ";

    private static final String SQL =
            "select asked.practice, asked.service, log.at, master.decision, master.position, own.decision, own.position,"
                    + " case when o.ods is null then $3 else o.open and o.kind = 'practice' end"
                    + " from (select consent_now() as at) log"
                    + " cross join unnest($1::text[], $2::text[]) with ordinality as asked(practice, service, place) "
                    // Lateral, so that no plan ever reads the whole directory for a few questions.
                    + "left join lateral (select ods, open, kind from organisation where ods = asked.practice limit 1) o"
                    + " on true "
                    + IN_FORCE.formatted("''", "master")
                    + IN_FORCE.formatted("asked.service", "own")
                    + "order by asked.place";

    private final Pool database;
    private final FirstUse firstUse;

    DecisionQuery(Pool database, FirstUse firstUse) {
        this.database = database;
        this.firstUse = firstUse;
    }

    Uni<List<Answer>> answer(List<Question> questions) {
        Tuple parameters = Tuple.of(
                questions.stream().map(Question::practice).toArray(String[]::new),
                questions.stream().map(Question::service).toArray(String[]::new),
                firstUse.lists());
        return database.preparedQuery(SQL).execute(parameters).map(DecisionQuery::answers);
    }

    private static List<Answer> answers(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DecisionQuery::answer)
                .toList();
    }

    private static Answer answer(Row row) {
        OffsetDateTime at = row.getOffsetDateTime(2);
        if (!row.getBoolean(7)) {
            return new Answer(row.getString(0), row.getString(1), Answer.UNKNOWN_PRACTICE, 0, at.toInstant());
        }
        boolean masterIn = isIn(row.getString(3));
        boolean serviceIn = isIn(row.getString(5));
        long master = orZero(row.getLong(4));
        long service = orZero(row.getLong(6));
        Decision outcome = masterIn && serviceIn ? Decision.OPTED_IN : Decision.OPTED_OUT;
        long restsOn = outcome == Decision.OPTED_IN ? Math.max(master, service) : masterIn ? service : master;
        return new Answer(row.getString(0), row.getString(1), outcome.word(), restsOn, at.toInstant());
    }

    private static boolean isIn(@Nullable String word) {
        return Decision.OPTED_IN.word().equals(word);
    }

    private static long orZero(@Nullable Long position) {
        return position == null ? 0 : position;
    }
}
