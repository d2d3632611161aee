package io.consentry.bench.seedconsent;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.consent.events.MandateGranted;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Writes events with the role, the leaf and the trigger of the service, many in a transaction instead of one: the log that
 * comes of it has true positions, times, hashes, and, since the service itself integrates it, a true tree.
 */
public final class ConsentSeed {

    /** The trigger's row has a version for each event of a transaction, and each event looks through them. */
    private static final int EVENTS_A_TRANSACTION = 500;

    private static final String EVENTS = "copy consent_event (event_id, stream_id, stream_sequence, stream_type,"
            + " event_name, revision, payload, metadata, practice, commitment, leaf) from stdin";
    private static final String DISCLOSURES = "copy disclosure (commitment, name, note, salt) from stdin";
    private static final String DECISIONS = "insert into switch_decision"
            + " (position, practice, service, decision, effective_from, recorded_at, event_id)"
            + " select e.position, e.practice, d.service, d.decision,"
            + " greatest(coalesce(d.asked::timestamptz, e.recorded_at), e.recorded_at), e.recorded_at, e.event_id"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d(event_id, service, decision, asked)"
            + " join consent_event e using (event_id)";
    private static final String MANDATES = "insert into mandate (practice, holder, basis, granted_by, since, position)"
            + " select e.practice, m.holder, 'self-enrolment', m.holder, e.recorded_at, e.position"
            + " from unnest(?::text[], ?::text[]) as m(event_id, holder) join consent_event e using (event_id)";
    private static final String KEPT_FRESH = "vacuum analyze consent_event, disclosure, switch_decision, merkle_node";

    private static final JsonMapper PAYLOAD = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final BenchSuite suite;
    private final Instant muchLater = Clock.systemUTC().instant().plus(Duration.ofDays(30));

    public ConsentSeed(BenchSuite suite) {
        this.suite = suite;
    }

    /** Brings the log to so many events of so many practices, unless it has them already. */
    public void reach(int events, int practices) throws SQLException, IOException, InterruptedException {
        long there = ask("select count(*) from consent_event");
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT.runtime())) {
            connection.setAutoCommit(false);
            for (int at = (int) there; at < events; at += EVENTS_A_TRANSACTION) {
                List<SeededEvent> batch = new ArrayList<>();
                for (int event = at; event < Math.min(events, at + EVENTS_A_TRANSACTION); event++) {
                    batch.add(SeededEvent.of(event % practices, event / practices, muchLater));
                }
                write(connection, batch);
                connection.commit();
            }
        }
        while (ask("select coalesce(max(size), 0) from checkpoint") < events) {
            Thread.sleep(200);
        }
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(KEPT_FRESH);
        }
    }

    /** A number that the database knows. */
    public long ask(String query) throws SQLException {
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void write(Connection connection, List<SeededEvent> batch) throws SQLException, IOException {
        CopyText disclosures = new CopyText();
        CopyText events = new CopyText();
        for (SeededEvent seeded : batch) {
            String commitment = seeded.disclosure().commitment();
            String practice = seeded.practice();
            disclosures.row(
                    commitment,
                    seeded.disclosure().name(),
                    seeded.disclosure().note(),
                    seeded.disclosure().salt());
            events.row(
                    seeded.id(),
                    "consent/" + practice,
                    Long.toString(seeded.sequence()),
                    "PracticeConsent",
                    seeded.name(),
                    "1",
                    bytes(PAYLOAD.writeValueAsBytes(seeded.event())),
                    bytes(("{\"requestId\":\"" + seeded.requestId() + "\"}").getBytes(StandardCharsets.UTF_8)),
                    practice,
                    commitment,
                    seeded.leaf());
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn(DISCLOSURES, new StringReader(disclosures.toString()));
        copy.copyIn(EVENTS, new StringReader(events.toString()));
        project(connection, batch);
    }

    private static String bytes(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static void project(Connection connection, List<SeededEvent> batch) throws SQLException {
        List<SeededEvent> moves =
                batch.stream().filter(seeded -> seeded.event().decision() != null).toList();
        List<SeededEvent> mandates = batch.stream()
                .filter(seeded -> seeded.event() instanceof MandateGranted)
                .toList();
        try (PreparedStatement decisions = connection.prepareStatement(DECISIONS);
                PreparedStatement holders = connection.prepareStatement(MANDATES)) {
            decisions.setArray(1, texts(connection, moves, SeededEvent::id));
            decisions.setArray(2, texts(connection, moves, seeded -> {
                String service = seeded.event().service();
                return service == null ? "" : service;
            }));
            decisions.setArray(3, texts(connection, moves, seeded -> word(seeded)));
            decisions.setArray(4, texts(connection, moves, seeded -> {
                Instant from = seeded.event().effectiveFrom();
                return from == null ? null : from.toString();
            }));
            decisions.executeUpdate();
            holders.setArray(1, texts(connection, mandates, SeededEvent::id));
            holders.setArray(2, texts(connection, mandates, seeded -> seeded.event().actor().id()));
            holders.executeUpdate();
        }
    }

    private static String word(SeededEvent seeded) {
        return java.util.Objects.requireNonNull(seeded.event().decision()).word();
    }

    private static java.sql.Array texts(
            Connection connection, List<SeededEvent> events, java.util.function.Function<SeededEvent, ?> text)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(text).toArray());
    }
}
