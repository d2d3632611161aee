package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;

/** The events that one streaming processor could not apply, and those that wait behind them. */
public final class DeadLetters {

    /** The first of each stream is the one that failed; the others only wait for it. */
    private static final String FIRST_OF_EACH = """
            select distinct on (stream_id) letter_id, stream_id, event_name, cause, cause_detail, enqueued_at, touched_at,
                count(*) over (partition by stream_id)
            from dead_letter where processor = ? order by stream_id, place""";

    private static final String COUNT = "select count(*) from dead_letter where processor = ?";

    private final Configuration axon;
    private final LocalTransactions transactions;
    private final String processor;

    DeadLetters(Configuration axon, LocalTransactions transactions, String processor) {
        this.axon = axon;
        this.transactions = transactions;
        this.processor = processor;
    }

    /** How many events wait, in all streams. Blocks. */
    public long count() throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement ask = connection.prepareStatement(COUNT)) {
            ask.setString(1, processor);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The events that failed. Blocks. */
    public List<Letter> list() throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement ask = connection.prepareStatement(FIRST_OF_EACH)) {
            ask.setString(1, processor);
            try (ResultSet row = ask.executeQuery()) {
                List<Letter> letters = new ArrayList<>();
                while (row.next()) {
                    letters.add(new Letter(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Instant.parse(row.getString(6)),
                            Instant.parse(row.getString(7)),
                            row.getLong(8) - 1));
                }
                return letters;
            }
        }
    }

    /**
     * Tries a stream's events again, in order. Blocks.
     *
     * @return whether all of them are applied; otherwise the one that failed says why
     */
    public boolean retry(String stream) {
        return axon.eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(processor)
                .map(letters -> retry(letters, stream))
                .orElseThrow(() -> new IllegalStateException(processor + " was built without dead letters"));
    }

    /**
     * Tries those streams again whose first event did not fail: it came while the one before it was tried with success, was
     * put behind that one, and would wait for ever. Blocks.
     */
    public void retryWhatWaitsForNothing() throws SQLException {
        for (Letter letter : list()) {
            if (letter.cause() == null) {
                retry(letter.stream());
            }
        }
    }

    private static boolean retry(SequencedDeadLetterProcessor<?> letters, String stream) {
        return letters.process(letter -> letter.message() instanceof DomainEventMessage<?> event
                && stream.equals(event.getAggregateIdentifier()));
    }

    /**
     * An event that could not be applied.
     *
     * @param id of the letter
     * @param stream whose event it is
     * @param event the event's stored name
     * @param cause the class of what went wrong
     * @param detail a code of the database, empty where it gave none
     * @param since when it was put aside
     * @param lastTried when it was tried last
     * @param waiting how many later events of the stream wait for it
     */
    public record Letter(
            String id,
            String stream,
            String event,
            @Nullable String cause,
            @Nullable String detail,
            Instant since,
            Instant lastTried,
            long waiting) {}
}
