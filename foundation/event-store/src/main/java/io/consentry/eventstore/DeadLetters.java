package io.consentry.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The events that one streaming processor could not apply, and those that wait behind them. */
public final class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** The first of each stream is the one that failed; the others only wait for it. */
    private static final String FIRST_OF_EACH = """
            select letter_id, stream_id, event_name, cause, cause_detail, enqueued_at, touched_at,
                (select count(*) - 1 from dead_letter l where l.processor = first.processor and l.stream_id = first.stream_id)
            from (select distinct on (stream_id) processor, letter_id, stream_id, event_name, cause, cause_detail,
                    enqueued_at, touched_at
                from dead_letter where processor = ? and stream_id > ? order by stream_id, place limit ?) first
            order by stream_id""";

    private static final String STREAM_OF_LETTER =
            "select stream_id from dead_letter where processor = ? and letter_id = ?";

    private static final String FIRST_AND_NOT_FAILED = """
            select stream_id from dead_letter l where processor = ? and cause is null and not exists (
                select from dead_letter earlier where earlier.processor = l.processor
                  and earlier.stream_id = l.stream_id and earlier.place < l.place)
            limit 100""";

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

    /**
     * The first events of the next streams, in the order of streams. Blocks.
     *
     * @param stream those after it; empty for the first
     * @param atMost so many: any number may wait
     */
    public List<Letter> after(String stream, int atMost) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement ask = connection.prepareStatement(FIRST_OF_EACH)) {
            ask.setString(1, processor);
            ask.setString(2, stream);
            ask.setInt(3, atMost);
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
                            row.getLong(8)));
                }
                return letters;
            }
        }
    }

    /** Whose event a letter holds. Blocks. */
    public Optional<String> streamOf(String letter) throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement ask = connection.prepareStatement(STREAM_OF_LETTER)) {
            ask.setString(1, processor);
            ask.setString(2, letter);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
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
     * Tries streams again whose first event did not fail: it came while the one before it was tried with success, was put
     * behind that one, and would wait for ever. Some at a time: what is tried waits no more, or has failed. One that cannot even
     * be read keeps none of the others. Blocks.
     */
    public void retryWhatWaitsForNothing() throws SQLException {
        for (String stream : waitForNothing()) {
            try {
                retry(stream);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "What was put aside of %s cannot be tried again: %s",
                        stream, e.getClass().getName());
            }
        }
    }

    private List<String> waitForNothing() throws SQLException {
        try (Connection connection = transactions.getConnection();
                PreparedStatement ask = connection.prepareStatement(FIRST_AND_NOT_FAILED)) {
            ask.setString(1, processor);
            try (ResultSet row = ask.executeQuery()) {
                List<String> streams = new ArrayList<>();
                while (row.next()) {
                    streams.add(row.getString(1));
                }
                return streams;
            }
        }
    }

    private static boolean retry(SequencedDeadLetterProcessor<?> letters, String stream) {
        return ClaimsOneStream.only(stream, letters::processAny);
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
