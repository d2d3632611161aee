package io.consentry.bench.seedingest;

import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts messages into the ingest service's store that were filed long ago: as many rows, as large, in as many indexes as real
 * ones have. Nobody can open their content, which nobody asks for. They are not announced again: worklists are filled by
 * {@link io.consentry.bench.seedfiling.FilingSeed}.
 */
public final class MessageSeed {

    private static final int TOGETHER = 10_000;
    /** What the originals and the words of 30 KB messages come to, compressed and sealed. */
    private static final int ORIGINAL_BYTES = 5_200;

    private static final int CONSULTATION_BYTES = 1_600;

    private static final String COUNT = "select count(*) from message where identifier_system = 'benchmark'";
    private static final String MESSAGES = """
            with new_message as (
                insert into message (id, sender, practice, service, identifier_system, identifier_value, source,
                                     content_type, content_hmac, content_sha256, urgent, flags, received_at, status,
                                     decision_position, decision_at, document, composition)
                select gen_random_uuid(), 'FB123', 'S' || lpad((n %% 1000)::text, 5, '0'),
                       (select min(key) from service), 'benchmark', gen_random_uuid()::text, 'benchmark',
                       'application/fhir+xml', sha256(n::text::bytea), sha256(n::text::bytea), false, 0,
                       now() - interval '30 days', 'filed', 1, now() - interval '30 days',
                       sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea)
                from generate_series(1, %1$d) n
                returning id, sender, practice, status, received_at
            ), step as (
                insert into timeline_entry (message_id, sender, practice, status, at)
                select id, sender, practice, told.status, received_at
                from new_message, (values ('pending'), ('filed')) told (status)
            )
            insert into message_content (message_id, sender, original, original_key, consultation, consultation_key,
                                         patient, likeness)
            select id, sender, sealed.original, 1, sealed.consultation, 1, sha256(id::text::bytea),
                   sha256(gen_random_uuid()::text::bytea)
            from new_message,
                 (select string_agg(uuid_send(gen_random_uuid()), ''::bytea) original from generate_series(1, %2$d)) o,
                 lateral (select o.original, substr(o.original, 1, %3$d) consultation) sealed
            """;

    private static final int BYTES_OF_A_UUID = 16;

    private final BenchSuite suite;

    public MessageSeed(BenchSuite suite) {
        this.suite = suite;
    }

    /** Brings the store to so many messages, unless it has them already. */
    public void reach(int messages) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
                Statement statement = connection.createStatement()) {
            int there = count(statement);
            if (there >= messages) {
                return;
            }
            for (int at = there; at < messages; at += TOGETHER) {
                insert(connection, Math.min(TOGETHER, messages - at));
            }
            statement.execute("vacuum analyze message, message_content, timeline_entry");
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(Connection connection, int messages) throws SQLException {
        String insert = MESSAGES.formatted(messages, ORIGINAL_BYTES / BYTES_OF_A_UUID, CONSULTATION_BYTES);
        try (PreparedStatement prepared = connection.prepareStatement(insert)) {
            prepared.executeUpdate();
        }
    }
}
