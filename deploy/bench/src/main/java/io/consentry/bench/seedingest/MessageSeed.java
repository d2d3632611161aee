package io.consentry.bench.seedingest;

import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.database.TimeOrderedId;
import io.consentry.postgres.SuiteDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts messages into the ingest service's store: as many rows, as large, in as many indexes as real ones have. Nobody can
 * open their content, which nobody asks for. They are not announced again: worklists are filled by {@link FilingSeed}.
 */
public final class MessageSeed {

    private static final int TOGETHER = 10_000;
    /** What the originals and the words of 30 KB messages come to, compressed and sealed. */
    private static final int ORIGINAL_BYTES = 6_400;

    private static final int CONSULTATION_BYTES = 1_600;
    private static final int BYTES_OF_A_UUID = 16;
    private static final int PRACTICES = 1_000;
    private static final Duration AGE = Duration.ofDays(30);

    private static final String OF_OLD = "benchmark";
    private static final String TO_COME = "benchmark-stock";

    private static final String COUNT = "select count(*) from message where identifier_system = '" + OF_OLD + "'";
    private static final String MESSAGES = """
            with given as (
                select * from unnest(?::text[]::uuid[], ?::text[]) as given (id, practice)
            ), new_message as (
                insert into message (id, sender, practice, service, identifier_system, identifier_value, source,
                                     content_type, content_hmac, content_sha256, urgent, flags, received_at, status,
                                     decision_position, decision_at, document, composition)
                select id, 'FB123', practice, (select min(key) from service), ?, gen_random_uuid()::text, 'benchmark',
                       'application/fhir+xml', sha256(id::text::bytea), sha256(id::text::bytea), false, 0,
                       now() - interval '30 days', ?, 1, now() - interval '30 days',
                       sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea)
                from given
                returning id, sender, practice, status, received_at
            ), step as (
                insert into timeline_entry (message_id, sender, practice, status, at)
                select id, sender, practice, told.status, received_at
                from new_message, (values ('pending'), ('filed')) told (status)
                where told.status in ('pending', new_message.status)
            )
            insert into message_content (message_id, sender, original, original_key, consultation, consultation_key,
                                         patient, likeness)
            select id, sender, sealed.original, 1, sealed.consultation, 1, sha256(id::text::bytea),
                   sha256(gen_random_uuid()::text::bytea)
            from new_message,
                 (select string_agg(uuid_send(gen_random_uuid()), ''::bytea) original from generate_series(1, %1$d)) o,
                 lateral (select o.original, substr(o.original, 1, %2$d) consultation) sealed
            """.formatted(ORIGINAL_BYTES / BYTES_OF_A_UUID, CONSULTATION_BYTES);

    private final BenchSuite suite;
    private final Clock clock = Clock.systemUTC();

    public MessageSeed(BenchSuite suite) {
        this.suite = suite;
    }

    /** Brings the store to so many messages that were filed long ago, unless it has them already. */
    public void reach(int messages) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
                Statement statement = connection.createStatement()) {
            int there = count(statement);
            if (there >= messages) {
                return;
            }
            Instant old = clock.instant().minus(AGE);
            for (int at = there; at < messages; at += TOGETHER) {
                List<String> practices = IntStream.range(at, Math.min(messages, at + TOGETHER))
                        .mapToObj(number -> FilingSeed.practice(number % PRACTICES))
                        .toList();
                List<String> ids = practices.stream()
                        .map(practice -> TimeOrderedId.at(old).toString())
                        .toList();
                insert(connection, OF_OLD, "filed", ids, practices);
            }
            statement.execute("vacuum analyze message, message_content, timeline_entry");
        }
    }

    /** The messages of items that will be filed: their senders are to hear of it. */
    public void pending(String practice, List<String> items) throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST)) {
            insert(connection, TO_COME, "pending", items, Collections.nCopies(items.size(), practice));
        }
    }

    /** Vacuums the content of what was added: PostgreSQL would do it by itself soon, while filing is measured. */
    public void lookAfterPending() throws SQLException {
        try (Connection connection = suite.connectAsAdmin(SuiteDatabase.INGEST);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum message_content");
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void insert(
            Connection connection, String system, String status, List<String> ids, List<String> practices)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(MESSAGES)) {
            insert.setArray(1, connection.createArrayOf("text", ids.toArray()));
            insert.setArray(2, connection.createArrayOf("text", practices.toArray()));
            insert.setString(3, system);
            insert.setString(4, status);
            insert.executeUpdate();
        }
    }
}
