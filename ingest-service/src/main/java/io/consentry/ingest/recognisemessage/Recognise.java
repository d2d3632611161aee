package io.consentry.ingest.recognisemessage;

import io.consentry.ingest.keepmessage.Fingerprints;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.readmessage.DocumentIdentity;
import io.consentry.ingest.recognisemessage.Recognised.Replacement;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what is known of a message, in one read; in two where it replaces another. Blocks.
 *
 * <p>Reads across senders, which a sender's own transaction cannot: what comes out are yes and no, and nobody is told
 * whose message another one is like. Two messages that arrive at the same moment may not see each other.
 */
@Singleton
public class Recognise {

    private static final String FACTS = """
            with asked as materialized (
                select ?::text as sender, ?::text as system, ?::text as value, ?::text as practice,
                       decode(?, 'hex') as document, decode(?, 'hex') as likeness, ?::uuid as replaced,
                       string_to_array(?, E'\n') as systems
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
            from asked a""";

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

    private final javax.sql.DataSource database;
    private final TakeFingerprints fingerprints;

    Recognise(@DataSource("runtime") javax.sql.DataSource database, TakeFingerprints fingerprints) {
        this.database = database;
        this.fingerprints = fingerprints;
    }

    /**
     * What is known of a message.
     *
     * @param systems names of the system that made it, any of which may be suspended
     */
    public Recognised recognise(
            MessageKey key, String practice, DocumentIdentity document, Fingerprints prints, List<String> systems)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Target target =
                    document.replaces() == 0 ? Target.NONE : target(connection, key, practice, document, prints);
            try (PreparedStatement query = connection.prepareStatement(FACTS)) {
                query.setString(1, key.sender());
                query.setString(2, key.system());
                query.setString(3, key.value());
                query.setString(4, practice);
                query.setString(5, prints.document());
                query.setString(6, prints.likeness());
                query.setObject(7, target.id());
                query.setString(8, String.join("\n", systems));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return new Recognised(
                            row.getBoolean("document_known"),
                            row.getBoolean("similar_known"),
                            row.getBoolean("sent_elsewhere"),
                            row.getBoolean("duty_open"),
                            row.getBoolean("suspended"),
                            target.replacement(),
                            target.id());
                }
            }
        }
    }

    private Target target(
            Connection connection, MessageKey key, String practice, DocumentIdentity document, Fingerprints prints)
            throws SQLException {
        List<String> named = fingerprints.ofReplaced(practice, key.sender(), document);
        if (document.replaces() != 1 || named.size() != 1) {
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
                return patient != null && patient.equals(prints.patient())
                        ? new Target(Replacement.POSSIBLE, row.getObject("id", UUID.class))
                        : new Target(Replacement.ANOTHER_PATIENT, null);
            }
        }
    }

    private record Target(Replacement replacement, @Nullable UUID id) {

        static final Target NONE = new Target(Replacement.NONE, null);
    }
}
