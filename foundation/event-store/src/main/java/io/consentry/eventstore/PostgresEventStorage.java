package io.consentry.eventstore;

import static java.util.Objects.requireNonNull;
import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The framework's JDBC storage with PostgreSQL's own notions: real timestamps, and a taken sequence number that always
 * reads as "somebody else was faster", for a stream's first event too.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine {

    /** Rows read at a time when a stream or the whole store is replayed. */
    private static final int BATCH = 1000;

    /**
     * For how long a processor looks whether an empty place among events is filled after all, by the clocks of whoever wrote
     * next to it. Far longer than a process is usually paused, or a clock wrong: what is filled later, nobody is told of.
     */
    private static final Duration PLACES_MAY_BE_FILLED = Duration.ofHours(1);

    /** A unique violation, and two transactions that wait for each other. */
    private static final Set<String> SOMEBODY_ELSE = Set.of("23505", "40P01");

    private final boolean snapshots;
    private final String readAll;

    /** How it reads in these transactions, whatever it keeps. */
    static Builder settings(LocalTransactions transactions) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(transactions)
                .transactionManager(transactions.forSingleReads())
                .dataType(byte[].class)
                .batchSize(BATCH)
                .gapTimeout(Math.toIntExact(PLACES_MAY_BE_FILLED.toMillis()))
                // By time alone: thousands of events may come while one that took its place is not committed.
                .maxGapOffset(Integer.MAX_VALUE)
                // Streams have no holes: who asked for more events than came has all of them.
                .finalAggregateBatchPredicate(read -> read.size() < BATCH);
    }

    /** @param snapshots whether any stream has some: else nobody asks the database for one before each command */
    PostgresEventStorage(Builder settings, EventSchema schema, boolean snapshots) {
        super(settings.schema(schema)
                .createTokenAt(PostgresEventStorage::positionBefore)
                .readEventDataWithoutGaps(PostgresEventStorage::next)
                .persistenceExceptionResolver(PostgresEventStorage::isTaken));
        this.snapshots = snapshots;
        // A list that is selected is of unknown length to the planner, which would plan anew for each length.
        this.readAll = "select " + domainEventFields() + " from " + schema.domainEventTable() + " where "
                + schema.aggregateIdentifierColumn() + " = any ((select ?::text[])::text[]) order by "
                + schema.aggregateIdentifierColumn() + ", " + schema.sequenceNumberColumn();
    }

    /**
     * The next events, in one look at the store. None says that there are no more by now; few say nothing, since some
     * positions are empty for good.
     *
     * @param last where the last look ended, or null for the beginning
     */
    List<TrackedEventMessage<?>> nextAfter(@Nullable TrackingToken last) {
        return upcastAndDeserializeTrackedEvents(
                        fetchTrackedEvents(last, batchSize()).stream(), getEventSerializer(), upcasterChain)
                .<TrackedEventMessage<?>>map(event -> event)
                .toList();
    }

    /** The events of each of these streams, in order. Uses the connection of the transaction at hand. */
    Map<String, List<DomainEventData<?>>> readAll(Collection<String> streams) {
        Map<String, List<DomainEventData<?>>> events = new HashMap<>();
        streams.forEach(stream -> events.put(stream, new ArrayList<>()));
        try (Connection connection = getConnection();
                PreparedStatement read = connection.prepareStatement(readAll)) {
            read.setArray(1, connection.createArrayOf("text", streams.toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    DomainEventData<?> event = getDomainEventData(rows);
                    requireNonNull(events.get(event.getAggregateIdentifier())).add(event);
                }
            }
        } catch (SQLException e) {
            throw new JdbcException("Cannot read streams together", e);
        }
        return events;
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long from, int atMost) {
        return CommandsTogether.pastOf(stream, from, atMost, () -> super.fetchDomainEvents(stream, from, atMost));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return snapshots ? super.readSnapshot(stream) : Optional.empty();
    }

    @Override
    protected void handlePersistenceException(Exception exception, EventMessage<?> failed) {
        if (isTaken(exception)) {
            throw new ConcurrencyException("Another event took this place in the stream", exception);
        }
        super.handlePersistenceException(exception, failed);
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int index, Instant at) throws SQLException {
        statement.setObject(index, at.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && SOMEBODY_ELSE.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What comes after a position, without places that may be filled. The bounds are selected: so near each other, they would
     * be worth a plan of their own each time.
     */
    private static PreparedStatement next(Connection connection, EventSchema schema, long after, int atMost)
            throws SQLException {
        String position = schema.globalIndexColumn();
        PreparedStatement statement = connection.prepareStatement("select " + schema.trackedEventFields() + " from "
                + schema.domainEventTable() + " where " + position + " > (select ?::bigint) and " + position
                + " <= (select ?::bigint) order by " + position);
        statement.setLong(1, after);
        statement.setLong(2, after + atMost);
        return statement;
    }

    private static PreparedStatement positionBefore(Connection connection, EventSchema schema, Instant at)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select min(" + schema.globalIndexColumn()
                + ") - 1 from " + schema.domainEventTable() + " where " + schema.timestampColumn() + " >= ?");
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        return statement;
    }
}
