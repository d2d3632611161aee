package io.consentry.bench.seedconsent;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.consent.events.MandateGranted;
import io.consentry.consent.events.OrganisationListed;
import io.consentry.consent.events.SwitchMoved;
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
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private static final String DISCLOSURES = "insert into disclosure (position, name, note, salt)"
            + " select e.position, d.name, d.note, d.salt"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d(event_id, name, note, salt)"
            + " join consent_event e using (event_id) order by e.position";
    private static final String DECISIONS = "insert into switch_decision"
            + " (position, practice, service, decision, effective_from, recorded_at, event_id)"
            + " select e.position, e.practice, d.service, d.decision,"
            + " greatest(coalesce(d.asked::timestamptz, e.recorded_at), e.recorded_at), e.recorded_at, e.event_id"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as d(event_id, service, decision, asked)"
            + " join consent_event e using (event_id)";
    private static final String MANDATES = "insert into mandate (practice, holder, basis, granted_by, since, position)"
            + " select e.practice, m.holder, 'self-enrolment', m.holder, e.recorded_at, e.position"
            + " from unnest(?::text[], ?::text[]) as m(event_id, holder) join consent_event e using (event_id)";
    private static final String ORGANISATIONS = "insert into organisation"
            + " (ods, name, kind, open, successor, version, position)"
            + " select o.ods, o.name, 'practice', true, null, 1, e.position"
            + " from unnest(?::text[], ?::text[], ?::text[]) as o(event_id, ods, name) join consent_event e using (event_id)";
    private static final String KEPT_FRESH =
            "vacuum analyze consent_event, disclosure, switch_decision, merkle_node, organisation";

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
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.runtime())) {
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
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.owner());
                Statement statement = connection.createStatement()) {
            statement.execute(KEPT_FRESH);
            // Its row has a version for each event of a transaction, which single events never leave.
            statement.execute("vacuum full consent_head");
        }
    }

    /** A number that the database knows. */
    public long ask(String query) throws SQLException {
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.owner());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void write(Connection connection, List<SeededEvent> batch) throws SQLException, IOException {
        CopyText events = new CopyText();
        for (SeededEvent seeded : batch) {
            events.row(
                    seeded.id(),
                    seeded.stream(),
                    Long.toString(seeded.sequence()),
                    seeded.aggregate(),
                    seeded.name(),
                    "1",
                    bytes(PAYLOAD.writeValueAsBytes(seeded.event())),
                    bytes(("{\"requestId\":\"" + seeded.requestId() + "\"}").getBytes(StandardCharsets.UTF_8)),
                    seeded.event().practice(),
                    seeded.disclosure().commitment(),
                    seeded.leaf());
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn(EVENTS, new StringReader(events.toString()));
        insert(
                connection,
                DISCLOSURES,
                batch,
                SeededEvent::id,
                seeded -> seeded.disclosure().name(),
                seeded -> seeded.disclosure().note(),
                seeded -> seeded.disclosure().salt());
        project(connection, batch);
    }

    private static String bytes(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    private static void project(Connection connection, List<SeededEvent> batch) throws SQLException {
        List<SeededEvent> moves = of(SwitchMoved.class, batch);
        List<SeededEvent> mandates = of(MandateGranted.class, batch);
        List<SeededEvent> listed = of(OrganisationListed.class, batch);
        insert(
                connection,
                DECISIONS,
                moves,
                SeededEvent::id,
                seeded -> Objects.requireNonNullElse(seeded.event().service(), ""),
                seeded -> Objects.requireNonNull(seeded.event().decision()).word(),
                seeded -> asText(seeded.event().effectiveFrom()));
        insert(connection, MANDATES, mandates, SeededEvent::id, seeded -> seeded.event()
                .actor()
                .id());
        insert(
                connection,
                ORGANISATIONS,
                listed,
                SeededEvent::id,
                seeded -> seeded.stream().substring("organisation/".length()),
                seeded -> "Surgery " + seeded.stream().substring("organisation/".length()));
    }

    private static List<SeededEvent> of(Class<?> type, List<SeededEvent> batch) {
        return batch.stream().filter(seeded -> type.isInstance(seeded.event())).toList();
    }

    @SafeVarargs
    private static void insert(
            Connection connection,
            String sql,
            List<SeededEvent> events,
            Function<SeededEvent, @Nullable String>... columns)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int column = 0; column < columns.length; column++) {
                Object[] values = events.stream().map(columns[column]).toArray();
                insert.setArray(column + 1, connection.createArrayOf("text", values));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable String asText(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
