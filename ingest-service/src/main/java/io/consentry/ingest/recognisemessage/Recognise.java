package io.consentry.ingest.recognisemessage;

import io.consentry.gather.Gathering;
import io.consentry.gather.OnTheWay;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.recognisemessage.Recognised.Replacement;
import io.quarkus.agroal.DataSource;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[])
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
                where (m.document = decode(?, 'hex') or m.composition = decode(?, 'hex')) and not m.declined
                  and (m.sender, m.identifier_system, m.identifier_value) <> (?, ?, ?)
                union
                select n.id from line l join message n on n.replaces = l.id
                where not n.declined and (n.sender, n.identifier_system, n.identifier_value) <> (?, ?, ?)
            )
            select l.id, encode(c.patient, 'hex') as patient
            from line l join message m on m.id = l.id join message_content c on c.message_id = l.id
            where m.status <> 'withdrawn' order by l.id desc limit 1""";

    private static final int MOST_IN_A_QUESTION = 64;
    /** Class 22 of SQL's states: a value that the database cannot take, so somebody's own. */
    private static final String WRONG_VALUE = "22";

    private final OnTheWay aboutToBeLookedUp = new OnTheWay();
    private final javax.sql.DataSource database;
    private final TakeFingerprints fingerprints;
    private final Gathering<Unrecognised, Recognised> together;

    Recognise(@DataSource("runtime") javax.sql.DataSource database, TakeFingerprints fingerprints, Vertx vertx) {
        this.database = database;
        this.fingerprints = fingerprints;
        this.together = new Gathering<Unrecognised, Recognised>(
                        vertx,
                        MOST_IN_A_QUESTION,
                        all -> VertxContextSupport.executeBlocking(() -> lookUp(all)),
                        Recognise::isOfOneMessage)
                .waitingOnlyFor(aboutToBeLookedUp);
    }

    private static boolean isOfOneMessage(Throwable failure) {
        return failure instanceof SQLException refused
                && refused.getSQLState() != null
                && refused.getSQLState().startsWith(WRONG_VALUE);
    }

    /** What is done with a message just before it is looked up. */
    public <T> Uni<T> before(Uni<T> work) {
        return aboutToBeLookedUp.during(work);
    }

    /** What is known of a message; fails with {@link SQLException} where the database cannot be asked. */
    public Uni<Recognised> recognise(Unrecognised message) {
        return together.ask(message);
    }

    private List<Recognised> lookUp(List<Unrecognised> all) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Target> targets = new ArrayList<>();
            for (Unrecognised message : all) {
                targets.add(message.document().replaces() == 0 ? Target.NONE : target(connection, message));
            }
            try (PreparedStatement query = connection.prepareStatement(FACTS)) {
                setTexts(query, 1, all, message -> message.key().sender());
                setTexts(query, 2, all, message -> message.key().system());
                setTexts(query, 3, all, message -> message.key().value());
                setTexts(query, 4, all, Unrecognised::practice);
                setTexts(query, 5, all, message -> message.prints().document());
                setTexts(query, 6, all, message -> message.prints().likeness());
                query.setArray(
                        7,
                        connection.createArrayOf(
                                "uuid", targets.stream().map(Target::id).toArray()));
                setTexts(query, 8, all, message -> String.join("\n", message.systems()));
                return recognised(query, targets);
            }
        }
    }

    private static void setTexts(
            PreparedStatement query, int place, List<Unrecognised> all, Function<Unrecognised, @Nullable String> text)
            throws SQLException {
        query.setArray(
                place,
                query.getConnection()
                        .createArrayOf("text", all.stream().map(text).toArray()));
    }

    private static List<Recognised> recognised(PreparedStatement query, List<Target> targets) throws SQLException {
        List<Recognised> recognised = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            for (Target target : targets) {
                row.next();
                recognised.add(new Recognised(
                        row.getBoolean("document_known"),
                        row.getBoolean("similar_known"),
                        row.getBoolean("sent_elsewhere"),
                        row.getBoolean("duty_open"),
                        row.getBoolean("suspended"),
                        target.replacement(),
                        target.id()));
            }
        }
        return recognised;
    }

    private Target target(Connection connection, Unrecognised message) throws SQLException {
        MessageKey key = message.key();
        List<String> named = fingerprints.ofReplaced(message.practice(), key.sender(), message.document());
        if (message.document().replaces() != 1 || named.size() != 1) {
            return new Target(Replacement.UNKNOWN_TARGET, null);
        }
        try (PreparedStatement query = connection.prepareStatement(REPLACED)) {
            query.setString(1, named.get(0));
            query.setString(2, named.get(0));
            for (int place : new int[] {3, 6}) {
                query.setString(place, key.sender());
                query.setString(place + 1, key.system());
                query.setString(place + 2, key.value());
            }
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return new Target(Replacement.UNKNOWN_TARGET, null);
                }
                String patient = row.getString("patient");
                return patient != null && patient.equals(message.prints().patient())
                        ? new Target(Replacement.POSSIBLE, row.getObject("id", UUID.class))
                        : new Target(Replacement.ANOTHER_PATIENT, null);
            }
        }
    }

    private record Target(Replacement replacement, @Nullable UUID id) {

        static final Target NONE = new Target(Replacement.NONE, null);
    }
}
