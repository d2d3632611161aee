package io.consentry.ingest.recognisemessage;

import io.consentry.gather.Gathering;
import io.consentry.gather.OnTheWay;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.recognisemessage.Recognised.Replacement;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what is known of messages: of those that wait at the same moment in one read, and in one more for each that
 * replaces another.
 *
 * <p>Reads across senders, which a sender's own transaction cannot: what comes out are yes and no, and nobody is told
 * whose message another one is like. Two messages that arrive at the same moment may not see each other.
 */
@Singleton
public class Recognise {

    private static final String FACTS = """
            with asked as materialized (
                select sender, system, value, practice, decode(document, 'hex') as document,
                       decode(likeness, 'hex') as likeness, replaced, string_to_array(systems, E'\n') as systems, place
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::text[])
                    with ordinality
                    sent (sender, system, value, practice, document, likeness, replaced, systems, place)
            )
            select exists (
                       select from message m
                       where m.document = a.document and not m.declined
                         and (m.sender, m.identifier_system, m.identifier_value) <> (a.sender, a.system, a.value)
                   ) as document_known,
                   exists (
                       select from message_content c join message m on m.id = c.message_id
                       where c.likeness = a.likeness and m.id is distinct from a.replaced
                         and m.status not in ('withdrawn', 'replaced')
                         and (m.sender, m.identifier_system, m.identifier_value) <> (a.sender, a.system, a.value)
                   ) as similar_known,
                   exists (
                       select from fallback f
                       where f.closed_by = 'proof' and f.sender = a.sender and f.practice = a.practice
                         and f.identifier_system = a.system and f.identifier_value = a.value
                   ) or exists (
                       select from fallback f where f.closed_by = 'proof' and f.document = a.document
                   ) as sent_elsewhere,
                   exists (
                       select from fallback f
                       where f.closed_at is null and f.sender = a.sender and f.practice = a.practice
                         and f.identifier_system = a.system and f.identifier_value = a.value
                   ) as duty_open,
                   exists (
                       select from sender_suspension s
                       where s.lifted_at is null and (s.pharmacy = a.sender or s.system = any (a.systems))
                   ) as suspended
            from asked a order by a.place""";

    /** Whoever replaces a message that was replaced before means the latest of its line. */
    private static final String REPLACED = """
            with recursive line as (
                select m.id from message m
                where (m.document = decode($1, 'hex') or m.composition = decode($1, 'hex')) and not m.declined
                  and (m.sender, m.identifier_system, m.identifier_value) <> ($2, $3, $4)
                union
                select n.id from line l join message n on n.replaces = l.id
                where not n.declined and (n.sender, n.identifier_system, n.identifier_value) <> ($2, $3, $4)
            )
            select l.id, encode(c.patient, 'hex') as patient
            from line l join message m on m.id = l.id join message_content c on c.message_id = l.id
            where m.status <> 'withdrawn' order by l.id desc limit 1""";

    private static final int MOST_IN_A_QUESTION = 64;
    /** Class 22 of SQL's states: a value that the database cannot take, so somebody's own. */
    private static final String WRONG_VALUE = "22";

    private final OnTheWay aboutToBeLookedUp = new OnTheWay();
    private final Pool database;
    private final TakeFingerprints fingerprints;
    private final Gathering<Unrecognised, Recognised> together;

    Recognise(@ReactiveDataSource("runtime") Pool database, TakeFingerprints fingerprints, Vertx vertx) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.together = new Gathering<Unrecognised, Recognised>(
                        vertx, MOST_IN_A_QUESTION, this::lookUp, Recognise::isOfOneMessage)
                .waitingOnlyFor(aboutToBeLookedUp);
    }

    private static boolean isOfOneMessage(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && refused.getSqlState().startsWith(WRONG_VALUE);
    }

    /** What is done with a message just before it is looked up. */
    public <T> Uni<T> before(Uni<T> work) {
        return aboutToBeLookedUp.during(work);
    }

    /** What is known of a message; fails with what the database said where the database cannot be asked. */
    public Uni<Recognised> recognise(Unrecognised message) {
        return together.ask(message);
    }

    private Uni<List<Recognised>> lookUp(List<Unrecognised> all) {
        return Uni.join()
                .all(all.stream().map(this::target).toList())
                .usingConcurrencyOf(1)
                .andFailFast()
                .chain(targets -> database.preparedQuery(FACTS)
                        .execute(parameters(all, targets))
                        .map(rows -> recognised(rows, targets)));
    }

    private static Tuple parameters(List<Unrecognised> all, List<Target> targets) {
        return Tuple.tuple()
                .addArrayOfString(texts(all, message -> message.key().sender()))
                .addArrayOfString(texts(all, message -> message.key().system()))
                .addArrayOfString(texts(all, message -> message.key().value()))
                .addArrayOfString(texts(all, Unrecognised::practice))
                .addArrayOfString(texts(all, message -> message.prints().document()))
                .addArrayOfString(texts(all, message -> message.prints().likeness()))
                .addArrayOfUUID(targets.stream().map(Target::id).toArray(UUID[]::new))
                .addArrayOfString(texts(all, message -> String.join("\n", message.systems())));
    }

    private static String[] texts(List<Unrecognised> all, Function<Unrecognised, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static List<Recognised> recognised(RowSet<Row> rows, List<Target> targets) {
        List<Recognised> recognised = new ArrayList<>();
        for (Row row : rows) {
            Target target = targets.get(recognised.size());
            recognised.add(new Recognised(
                    row.getBoolean("document_known"),
                    row.getBoolean("similar_known"),
                    row.getBoolean("sent_elsewhere"),
                    row.getBoolean("duty_open"),
                    row.getBoolean("suspended"),
                    target.replacement(),
                    target.id()));
        }
        return recognised;
    }

    private Uni<Target> target(Unrecognised message) {
        if (message.document().replaces() == 0) {
            return Uni.createFrom().item(Target.NONE);
        }
        MessageKey key = message.key();
        List<String> named = fingerprints.ofReplaced(message.practice(), key.sender(), message.document());
        if (message.document().replaces() != 1 || named.size() != 1) {
            return Uni.createFrom().item(Target.UNKNOWN);
        }
        return database.preparedQuery(REPLACED)
                .execute(Tuple.of(named.get(0), key.sender(), key.system(), key.value()))
                .map(rows -> target(message, rows));
    }

    private static Target target(Unrecognised message, RowSet<Row> latest) {
        for (Row row : latest) {
            String patient = row.getString("patient");
            return patient != null && patient.equals(message.prints().patient())
                    ? new Target(Replacement.POSSIBLE, row.getUUID("id"))
                    : new Target(Replacement.ANOTHER_PATIENT, null);
        }
        return Target.UNKNOWN;
    }

    private record Target(Replacement replacement, @Nullable UUID id) {

        static final Target NONE = new Target(Replacement.NONE, null);
        static final Target UNKNOWN = new Target(Replacement.UNKNOWN_TARGET, null);
    }
}
