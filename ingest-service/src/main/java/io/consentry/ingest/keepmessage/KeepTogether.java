package io.consentry.ingest.keepmessage;

import io.consentry.database.WhoseDoing;
import io.consentry.gather.Gathering;
import io.consentry.gather.OnTheWay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages durable: those that wait at the same moment with one statement and one commit, since most of what a
 * message costs the database is the statement around it. Each is written in its own sender's name, under row-level
 * security.
 *
 * <p>Of many attempts to keep the same message one succeeds, and the others learn that they did not. What the database
 * refuses is tried again message by message, unless it would refuse any.
 */
@Singleton
class KeepTogether {

    /** Bounds what a statement holds up, and what is written anew when one of them is refused. */
    private static final int MOST_IN_A_STATEMENT = 64;

    private static final String ACT_AS = "select set_config('app.ods', $1, true)";

    private static final String CLOSE_DUTY = """
            update fallback set closed_at = $5, closed_by = 'delivery'
            where closed_at is null and sender = $1 and practice = $2 and identifier_system = $3 and identifier_value = $4""";

    /** Two statements that write the same keys should meet them in the same order. */
    private static final Comparator<Keeping> BY_IDENTIFIER =
            Comparator.comparing(keeping -> keeping.message().key().value());

    private final OnTheWay aboutToBeKept = new OnTheWay();
    private final Pool database;
    private final Gathering<Keeping, @Nullable String> together;

    KeepTogether(Pool database, Vertx vertx) {
        this.database = database;
        this.together = new Gathering<Keeping, @Nullable String>(
                        vertx, MOST_IN_A_STATEMENT, this::write, KeepTogether::isOfOneMessage)
                .waitingOnlyFor(aboutToBeKept);
    }

    private static boolean isOfOneMessage(Throwable failure) {
        return failure instanceof PgException refused && WhoseDoing.isOfWhatWasGiven(refused.getSqlState());
    }

    /** What is done with a message just before it is kept. */
    <T> Uni<T> before(Uni<T> work) {
        return aboutToBeKept.during(work);
    }

    /** The status it got, once that is committed; null when a message with its key, or with its document, is there. */
    Uni<@Nullable String> keep(Keeping keeping) {
        return together.ask(keeping);
    }

    private Uni<List<@Nullable String>> write(List<Keeping> all) {
        List<Keeping> inOrder = all.stream().sorted(BY_IDENTIFIER).toList();
        Uni<Map<UUID, String>> written =
                all.stream().anyMatch(keeping -> keeping.message().closesDuty())
                        ? database.withTransaction(connection ->
                                insert(connection, inOrder).call(kept -> closeDuties(connection, inOrder, kept)))
                        : insert(database, inOrder);
        return written.map(kept -> all.stream()
                .map(keeping -> kept.get(keeping.message().id()))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static Uni<Map<UUID, String>> insert(SqlClient client, List<Keeping> all) {
        return client.preparedQuery(MessageRows.INSERT)
                .execute(MessageRows.of(all))
                .map(KeepTogether::statuses);
    }

    private static Map<UUID, String> statuses(RowSet<Row> rows) {
        Map<UUID, String> statuses = new HashMap<>();
        rows.forEach(row -> statuses.put(row.getUUID(0), row.getString(1)));
        return statuses;
    }

    /** Each in the name of its sender, whose duties nobody else sees. */
    private static Uni<Void> closeDuties(SqlConnection connection, List<Keeping> all, Map<UUID, String> kept) {
        Uni<Void> closed = Uni.createFrom().voidItem();
        for (Keeping keeping : all) {
            NewMessage message = keeping.message();
            if (message.closesDuty() && MessageStatus.PENDING.word().equals(kept.get(message.id()))) {
                closed = closed.chain(() -> closeDuty(connection, message));
            }
        }
        return closed;
    }

    private static Uni<Void> closeDuty(SqlConnection connection, NewMessage message) {
        MessageKey key = message.key();
        Tuple duty = Tuple.of(key.sender(), message.practice(), key.system(), key.value())
                .addValue(message.receivedAt().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(ACT_AS)
                .execute(Tuple.of(key.sender()))
                .chain(() -> connection.preparedQuery(CLOSE_DUTY).execute(duty))
                .replaceWithVoid();
    }
}
