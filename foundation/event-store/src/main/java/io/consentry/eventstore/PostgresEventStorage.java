package io.consentry.eventstore;

import static org.axonframework.eventhandling.EventUtils.upcastAndDeserializeTrackedEvents;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    private static final String UNIQUE_VIOLATION = "23505";

    private final boolean snapshots;

    /** @param snapshots whether any stream has some: else nobody asks the database for one before each command */
    PostgresEventStorage(Builder settings, EventSchema schema, boolean snapshots) {
        super(settings.schema(schema)
                .createTokenAt(PostgresEventStorage::positionBefore)
                .persistenceExceptionResolver(PostgresEventStorage::isTaken));
        this.snapshots = snapshots;
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
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static PreparedStatement positionBefore(Connection connection, EventSchema schema, Instant at)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("select min(" + schema.globalIndexColumn()
                + ") - 1 from " + schema.domainEventTable() + " where " + schema.timestampColumn() + " >= ?");
        statement.setObject(1, at.atOffset(ZoneOffset.UTC));
        return statement;
    }
}
