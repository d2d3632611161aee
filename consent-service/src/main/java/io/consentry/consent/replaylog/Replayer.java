package io.consentry.consent.replaylog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.consentry.consent.replayevents.EventFilter;
import io.consentry.consent.replayevents.EventLog;
import io.consentry.consent.replayevents.EventPage;
import io.consentry.consent.replayevents.EventPage.LoggedEvent;
import io.consentry.consent.replayevents.ReadAhead;
import io.consentry.database.LongWork;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Makes the table of decisions anew from what auditors see of the events, sharing no code with what writes the live
 * one, and compares the two. Blocks.
 */
@ApplicationScoped
class Replayer {

    private static final Set<String> MOVES =
            Set.of("PracticeOptedIn", "PracticeOptedOut", "PracticePaused", "ServiceOptedIn", "ServiceOptedOut");

    private static final String MOVED = "insert into replayed_decision"
            + " (run, position, practice, service, decision, effective_from, event_id) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String CANCELLED =
            "update replayed_decision set cancelled_by = ? where run = ? and event_id = ?";

    private static final String SHAPE =
            "select position, practice, concat_ws(' ', nullif(service, ''), decision, 'from',"
                    + " effective_from, 'cancelled by ' || %s) as told from %s";

    private static final String COMPARE = "insert into replay_difference (run, position, practice, live, replayed)"
            + " select ?, coalesce(l.position, r.position), coalesce(l.practice, r.practice), l.told, r.told from ("
            + SHAPE.formatted("case when cancelled_by <= ? then cancelled_by end", "switch_decision")
            + " where position <= ?) l full join ("
            + SHAPE.formatted("cancelled_by", "replayed_decision")
            + " where run = ?) r using (position) where (l.practice, l.told) is distinct from (r.practice, r.told)";

    private final AgroalDataSource dataSource;
    private final EventLog log;
    private final ObjectMapper json;

    Replayer(@DataSource("runtime") AgroalDataSource dataSource, EventLog log, ObjectMapper json) {
        this.dataSource = dataSource;
        this.log = log;
        this.json = json;
    }

    void replay(UUID run, long upTo) throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                LongWork.on(connection, () -> ReplayRuns.clearAway(connection));
                connection.commit();
                replay(connection, run, upTo);
                LongWork.on(connection, () -> compare(connection, run, upTo));
                connection.commit();
            } finally {
                // Whatever it ended by: what a pool takes back uncommitted, it may commit.
                connection.rollback();
            }
        }
    }

    private void replay(Connection connection, UUID run, long upTo) throws SQLException, IOException {
        EventFilter filter = new EventFilter(null, null, null, upTo, false);
        for (ReadAhead pages = new ReadAhead(log, 0, filter); pages.hasNext(); ) {
            EventPage page = pages.next();
            apply(connection, run, page.events());
            ReplayRuns.progress(connection, run, page.last());
            connection.commit();
        }
    }

    private void apply(Connection connection, UUID run, List<LoggedEvent> events) throws SQLException, IOException {
        try (PreparedStatement moved = connection.prepareStatement(MOVED);
                PreparedStatement cancelled = connection.prepareStatement(CANCELLED)) {
            for (LoggedEvent logged : events) {
                JsonNode event = json.readTree(logged.text());
                String type = event.path("type").asText();
                if (MOVES.contains(type)) {
                    bindMove(moved, run, event);
                    moved.addBatch();
                } else if (type.equals("ScheduledDecisionCancelled")) {
                    // What it cancels may stand in the batch.
                    moved.executeBatch();
                    cancelled.setLong(1, logged.position());
                    cancelled.setObject(2, run);
                    cancelled.setString(3, event.at("/about/cancels").asText());
                    cancelled.executeUpdate();
                }
            }
            moved.executeBatch();
        }
    }

    private static void bindMove(PreparedStatement moved, UUID run, JsonNode event) throws SQLException {
        Instant recordedAt = Instant.parse(event.path("recordedAt").asText());
        Instant asked = event.has("effectiveFrom")
                ? Instant.parse(event.path("effectiveFrom").asText())
                : recordedAt;
        moved.setObject(1, run);
        moved.setLong(2, event.path("position").asLong());
        moved.setString(3, event.path("practice").asText());
        moved.setString(4, event.path("service").asText());
        moved.setString(5, event.path("decision").asText());
        moved.setObject(6, (asked.isBefore(recordedAt) ? recordedAt : asked).atOffset(ZoneOffset.UTC));
        moved.setString(7, event.path("id").asText());
    }

    /** Gives how many differences it noted. */
    private static int compare(Connection connection, UUID run, long upTo) throws SQLException {
        try (PreparedStatement compare = connection.prepareStatement(COMPARE);
                PreparedStatement empty = connection.prepareStatement("delete from replayed_decision where run = ?")) {
            compare.setObject(1, run);
            compare.setLong(2, upTo);
            compare.setLong(3, upTo);
            compare.setObject(4, run);
            int differences = compare.executeUpdate()
                    + StoredTwice.compare(connection, run, upTo)
                    + Listings.compare(connection, run, upTo);
            ReplayRuns.done(connection, run, differences);
            empty.setObject(1, run);
            empty.executeUpdate();
            return differences;
        }
    }
}
