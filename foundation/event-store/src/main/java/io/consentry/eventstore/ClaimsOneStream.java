package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stream that is to be tried again by its index. The framework offers every stream that waits, page by page,
 * until it comes to that one: with very many it would not come to it while anybody waits for the answer.
 */
final class ClaimsOneStream extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    /** The framework tries letters on the thread that asks for it, and passes nothing on to the statement. */
    private static final ThreadLocal<@Nullable String> STREAM = new ThreadLocal<>();

    private static final String FIRST_OF_STREAM = """
            select * from (
                select * from dead_letter where processor = ? and stream_id = ? order by place limit 1) first
            where processing_started is null or processing_started < ?
            limit ? offset ?""";

    ClaimsOneStream(Serializer general, Serializer events) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(DeadLetterTable.schema())
                .genericSerializer(general)
                .eventSerializer(events));
    }

    /** Lets this thread claim letters of the stream alone. */
    static boolean only(String stream, BooleanSupplier retry) {
        STREAM.set(stream);
        try {
            return retry.getAsBoolean();
        } finally {
            STREAM.remove();
        }
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String processor, Instant startedBefore, int offset, int atMost)
            throws SQLException {
        PreparedStatement ask = connection.prepareStatement(FIRST_OF_STREAM);
        ask.setString(1, processor);
        ask.setString(2, STREAM.get());
        ask.setString(3, DateTimeUtils.formatInstant(startedBefore));
        ask.setInt(4, atMost);
        ask.setInt(5, offset);
        return ask;
    }
}
